import type { Metadata, Route } from "next";
import Link from "next/link";
import { AskForMail } from "@/components/auth/ask-for-mail";
import { textLink } from "@/components/auth/text-link";
import { resendVerificationAction } from "../actions";
import { MailNotice } from "../mail-notice";

export const metadata: Metadata = { title: "Check your mail" };

export default function CheckMailPage() {
  return (
    <>
      <h1 className="font-semibold text-2xl">Check your mail</h1>
      <p className="mt-1 text-muted">
        A message is on its way to the address you entered. Open its link to confirm that the address is yours, then{" "}
        <Link href={"/sign-in" as Route} className={textLink}>
          sign in
        </Link>
        .
      </p>
      <MailNotice />
      <div className="mt-6 border-border border-t pt-5">
        <h2 className="mb-3 font-medium">Nothing there?</h2>
        <AskForMail
          action={resendVerificationAction}
          submit="Send it again"
          done="If this address still waits to be confirmed, the message is on its way."
        />
      </div>
    </>
  );
}
