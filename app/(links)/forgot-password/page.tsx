import type { Metadata, Route } from "next";
import Link from "next/link";
import { AskForMail } from "@/components/auth/ask-for-mail";
import { textLink } from "@/components/auth/text-link";
import { requestPasswordResetAction } from "../actions";
import { MailNotice } from "../mail-notice";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPasswordPage() {
  return (
    <>
      <h1 className="font-semibold text-2xl">Choose a new password</h1>
      <p className="mt-1 mb-6 text-muted">
        We mail you a link that works once, for 30 minutes.{" "}
        <Link href={"/sign-in" as Route} className={textLink}>
          Back to sign in
        </Link>
      </p>
      <AskForMail
        action={requestPasswordResetAction}
        submit="Send the link"
        done="If this address has an account, the link is on its way. It works for 30 minutes."
        isPrimary
      />
      <MailNotice />
    </>
  );
}
