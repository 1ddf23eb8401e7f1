import { Button } from "./_components/button";
import { Facts } from "./_components/facts";
import { Layout } from "./_components/layout";
import { Heading, Text } from "./_components/text";

/** Goes to the address that was replaced. */
export interface EmailChangedProps {
  /** Formatted for the person: "24 November 2026, 09:15 UTC" */
  changedAt: string;
  /** Masked by the caller: whoever reads the old mailbox need not learn the new one. "r…@example.org" */
  newEmail: string;
  /** Where the change can be taken back or reported. */
  url: string;
}

export const subject = (_props: EmailChangedProps) => "The address of your account was changed";

export default function EmailChanged({ changedAt, newEmail, url }: EmailChangedProps) {
  return (
    <Layout
      preview={`JOBA writes to ${newEmail} from now on`}
      reason="You get this because this was the address of your JOBA account. It is the last mail to it."
    >
      <Heading>The address of your account was changed</Heading>
      <Facts
        rows={[
          ["When", changedAt],
          ["New address", newEmail],
        ]}
      />
      <Text>If it was you, there is nothing to do. If it was not, somebody else is in your account.</Text>
      <Button href={url}>It was not me</Button>
    </Layout>
  );
}

EmailChanged.PreviewProps = {
  changedAt: "24 November 2026, 09:15 UTC",
  newEmail: "r…@example.org",
  url: "https://joba.example/settings/security",
} satisfies EmailChangedProps;
