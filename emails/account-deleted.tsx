import { Layout } from "./_components/layout";
import { Heading, Link, Text } from "./_components/text";

/** Names nobody: its copy in the outbox outlives the account. */
export interface AccountDeletedProps {
  /** Formatted: "24 November 2026, 09:15 UTC" */
  deletedAt: string;
  url: string;
}

export const subject = (_props: AccountDeletedProps) => "Your account was deleted";

export default function AccountDeleted({ deletedAt, url }: AccountDeletedProps) {
  return (
    <Layout
      preview="Everything in it is gone"
      reason="You get this because your JOBA account was deleted. This address is no longer stored."
    >
      <Heading>Your account was deleted</Heading>
      <Text>
        On {deletedAt} your account and everything in it was removed: profile, searches, jobs, sessions and tokens. It
        cannot be brought back; an export made before can be imported into a new account.
      </Text>
      <Text>
        You are welcome any time: <Link href={url}>{url}</Link>
      </Text>
    </Layout>
  );
}

AccountDeleted.PreviewProps = {
  deletedAt: "24 November 2026, 09:15 UTC",
  url: "https://joba.example/",
} satisfies AccountDeletedProps;
