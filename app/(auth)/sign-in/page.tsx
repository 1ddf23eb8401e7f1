import type { Metadata, Route } from "next";
import Link from "next/link";
import { signInAction } from "@/app/(auth)/actions";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignInNotice } from "@/components/auth/sign-in-notice";
import { textLink } from "@/components/auth/text-link";
import { ActionForm } from "@/components/form/action-form";
import { DemoButton } from "@/components/layout/demo-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { offeredProviders } from "@/lib/auth/providers";
import { safePath } from "@/lib/auth/redirects";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const query = await searchParams;
  const next = safePath(query.next);
  const providers = offeredProviders();
  const error = typeof query.error === "string" ? query.error : undefined;
  return (
    <>
      <h1 className="font-semibold text-2xl">Sign in</h1>
      <p className="mt-1 mb-6 text-muted">
        New here?{" "}
        <Link href={"/sign-up" as Route} className={textLink}>
          Create an account
        </Link>
      </p>
      <SignInNotice
        error={error}
        provider={providers.find(({ id }) => id === query.provider)?.name ?? "that provider"}
      />
      <ActionForm action={signInAction}>
        <input type="hidden" name="next" value={next} />
        <Field name="email" label="E-mail" isRequired>
          <Input type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field name="password" label="Password" isRequired>
          <Input type="password" autoComplete="current-password" />
        </Field>
        <p className="-mt-2 text-right text-sm">
          <Link href={"/forgot-password" as Route} className={textLink}>
            Forgot your password?
          </Link>
        </p>
        <SubmitButton size="lg" className="w-full" busyLabel="Signing in…">
          Sign in
        </SubmitButton>
      </ActionForm>
      <ProviderButtons providers={providers} next={next} />
      <DemoDivider />
    </>
  );
}

function DemoDivider() {
  return (
    <div className="mt-6 border-border border-t pt-6">
      <DemoButton variant="secondary" size="lg" />
      <p className="mt-2 text-center text-muted text-sm">A filled-in hunt to look around in. No account, no mail.</p>
    </div>
  );
}
