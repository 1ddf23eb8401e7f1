import { CircleAlert } from "lucide-react";

/** Why a provider's word was not enough, and what to do instead. */
const NOTICES: Record<string, (provider: string) => string> = {
  unverified_address: (provider) =>
    `${provider} does not say that your e-mail address is yours. Verify it there first, or use a password here.`,
  connect_first: (provider) =>
    `There is an account with that address whose owner has not verified it. Sign in with its password, then connect ${provider} under Settings, Security.`,
  closed: () => "This JOBA takes no new accounts. If you have one, sign in and connect it under Settings, Security.",
  refused: (provider) => `You cannot sign in with that ${provider} account.`,
  connect_expired: () => "Connecting took too long, or you were signed out meanwhile. Sign in and try again.",
  CredentialsSignin: () => "That e-mail and password do not match an account.",
};

const OTHER = (provider: string) =>
  `Signing in with ${provider} did not work or was canceled. Try again, or use your password.`;

export function SignInNotice({ error, provider }: { error: string | undefined; provider: string }) {
  if (!error) return null;
  const notice = Object.hasOwn(NOTICES, error) ? NOTICES[error] : OTHER;
  return (
    <div role="alert" className="mb-5 flex items-start gap-2 rounded-md bg-warning-soft px-3 py-2 text-warning">
      <CircleAlert aria-hidden className="mt-[3px] size-4 shrink-0" />
      <p>{notice?.(provider)}</p>
    </div>
  );
}
