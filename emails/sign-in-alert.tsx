import { Button } from "./_components/button";
import { Facts } from "./_components/facts";
import { Layout } from "./_components/layout";
import { Heading, Text } from "./_components/text";

export interface SignInAlertProps {
  /** Formatted for the person: "24 November 2026, 09:15 UTC" */
  signedInAt: string;
  /** "Firefox on Linux" */
  device: string;
  /** Where it came from, as far as that is known. */
  place?: string;
  /** The list of sessions, where one can be ended. */
  url: string;
}

export const subject = ({ device }: SignInAlertProps) => `New sign-in: ${device}`;

export default function SignInAlert({ signedInAt, device, place, url }: SignInAlertProps) {
  return (
    <Layout
      preview={`${device}, ${signedInAt}`}
      reason="You get this because your JOBA account was used from a device that was not seen before."
    >
      <Heading>A new device signed in</Heading>
      <Facts
        rows={[
          ["Device", device],
          ["Place", place],
          ["When", signedInAt],
        ]}
      />
      <Text>If it was you, there is nothing to do. If it was not, end the session and change your password.</Text>
      <Button href={url}>See my sessions</Button>
    </Layout>
  );
}

SignInAlert.PreviewProps = {
  signedInAt: "24 November 2026, 09:15 UTC",
  device: "Firefox on Linux",
  place: "203.0.113.7",
  url: "https://joba.example/settings/security",
} satisfies SignInAlertProps;
