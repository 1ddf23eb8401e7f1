import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { completeSignInAction } from "@/app/(auth)/actions";
import { CodeFields } from "@/components/auth/code-fields";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { safePath } from "@/lib/auth/redirects";
import { findChallenge, getPublicContext } from "@/lib/auth/session";
import { isChallengeOpen } from "@/lib/users/sign-in";

export const metadata: Metadata = { title: "Enter your code" };

export default async function SignInCodePage({ searchParams }: PageProps<"/sign-in/code">) {
  const next = safePath((await searchParams).next);
  const challenge = await findChallenge();
  if (!challenge || !(await isChallengeOpen(await getPublicContext(), challenge))) redirect("/sign-in" as Route);
  return (
    <>
      <h1 className="font-semibold text-2xl">Enter your code</h1>
      <p className="mt-1 mb-6 text-muted">Your account asks for a second step when you sign in.</p>
      <ActionForm action={completeSignInAction}>
        <input type="hidden" name="next" value={next} />
        <CodeFields autoFocus />
        <SubmitButton size="lg" className="w-full" busyLabel="Checking…">
          Continue
        </SubmitButton>
      </ActionForm>
      <p className="mt-4 text-muted text-sm">
        Not you, or took too long?{" "}
        <Link
          href={"/sign-in" as Route}
          className="rounded-sm font-medium text-accent-text underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
        >
          Start again
        </Link>
      </p>
    </>
  );
}
