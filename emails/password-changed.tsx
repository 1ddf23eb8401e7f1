import { Button } from "./_components/button";
import { Facts } from "./_components/facts";
import { Layout } from "./_components/layout";
import { Heading, Text } from "./_components/text";

export interface PasswordChangedProps {
  /** Formatted for the person: "24 November 2026, 09:15 UTC" */
  changedAt: string;
  /** "Firefox on Linux" */
  device?: string;
  /** Where to ask for a new password. */
  url: string;
}

export const subject = (_props: PasswordChangedProps) => "Your password was changed";

export default function PasswordChanged({ changedAt, device, url }: PasswordChangedProps) {
  return (
    <Layout preview={`Changed ${changedAt}`} reason="You get this because the password of your JOBA account changed.">
      <Heading>Your password was changed</Heading>
      <Facts
        rows={[
          ["When", changedAt],
          ["From", device],
        ]}
      />
      <Text>If it was you, all is well. If it was not, choose a new password at once; that ends every session.</Text>
      <Button href={url}>It was not me</Button>
    </Layout>
  );
}

PasswordChanged.PreviewProps = {
  changedAt: "24 November 2026, 09:15 UTC",
  device: "Firefox on Linux",
  url: "https://joba.example/forgot-password",
} satisfies PasswordChangedProps;
