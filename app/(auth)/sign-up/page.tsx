import type { Metadata, Route } from "next";
import Link from "next/link";
import { signUpAction, signUpInvitedAction } from "@/app/(auth)/actions";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { ActionForm } from "@/components/form/action-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { offeredProviders } from "@/lib/auth/providers";
import { getPublicContext } from "@/lib/auth/session";
import { invitationTokenSchema } from "@/lib/invitations/schemas";
import { getSignUpTerms } from "@/lib/invitations/service";
import { ClosedSignUp, DeadLinkNotice, InvitedAddress } from "./terms";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { data: invitation } = invitationTokenSchema.safeParse((await searchParams).invitation);
  const terms = await getSignUpTerms(await getPublicContext(), invitation);
  if (terms.may === "nobody") return <ClosedSignUp isOnInvitation={false} isLinkDead={false} />;
  if (terms.may === "only_invited") return <ClosedSignUp isOnInvitation isLinkDead={terms.isLinkDead} />;
  const isInvited = terms.may === "invited";
  return (
    <>
      <h1 className="font-semibold text-2xl">Create your account</h1>
      <p className="mt-1 mb-6 text-muted">
        It lives in the database of this installation and nowhere else. Have one already?{" "}
        <Link
          href={"/sign-in" as Route}
          className="rounded-sm font-medium text-accent-text underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
        >
          Sign in
        </Link>
      </p>
      {terms.may === "anybody" && terms.isLinkDead && (
        <DeadLinkNotice>You can create an account without it.</DeadLinkNotice>
      )}
      <ActionForm action={isInvited ? signUpInvitedAction : signUpAction}>
        {isInvited && <input type="hidden" name="invitation" value={invitation} />}
        <Field name="name" label="Name" aside="Optional">
          <Input autoComplete="name" />
        </Field>
        {isInvited ? (
          <InvitedAddress email={terms.email} role={terms.role} />
        ) : (
          <Field name="email" label="E-mail" isRequired>
            <Input type="email" autoComplete="email" inputMode="email" autoCapitalize="none" spellCheck={false} />
          </Field>
        )}
        <Field name="password" label="Password" hint="At least 8 characters; a sentence is fine." isRequired>
          <Input type="password" autoComplete="new-password" />
        </Field>
        <SubmitButton size="lg" className="w-full" busyLabel="Creating your account…">
          Create account
        </SubmitButton>
      </ActionForm>
      <ProviderButtons providers={offeredProviders()} />
      <p className="mt-4 text-muted text-sm">Next: bring your CV, and JOBA proposes the first search.</p>
    </>
  );
}
