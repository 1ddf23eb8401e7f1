import { Button } from "./_components/button";
import { Facts } from "./_components/facts";
import { Layout } from "./_components/layout";
import { Heading, Text } from "./_components/text";

/** What changed, as the heading says it. */
const HEADINGS = {
  two_step_on: "Two-step sign-in is on",
  two_step_off: "Two-step sign-in is off",
  recovery_code_used: "A recovery code was used",
  recovery_codes_renewed: "You have new recovery codes",
  provider_connected: "Another way to sign in was added",
  provider_disconnected: "A way to sign in was removed",
} as const;

const NOTES: Record<SecurityChange, string> = {
  two_step_on: "From now on, signing in asks for a code of your app after the password.",
  two_step_off: "Signing in no longer asks for a code.",
  recovery_code_used: "It stood in for a code of your app and does not work again.",
  recovery_codes_renewed: "The codes you had before no longer work.",
  provider_connected: "Whoever holds that account can sign in to this one.",
  provider_disconnected: "That account no longer signs in to this one.",
};

export type SecurityChange = keyof typeof HEADINGS;

export interface SecurityChangedProps {
  change: SecurityChange;
  /** Formatted for the person: "24 November 2026, 09:15 UTC" */
  changedAt: string;
  /** "Firefox on Linux" */
  device?: string;
  /** "GitHub", when the change is about one. */
  provider?: string;
  /** Where the person sees and changes it. */
  url: string;
}

export const subject = ({ change }: SecurityChangedProps) => HEADINGS[change];

export default function SecurityChanged({ change, changedAt, device, provider, url }: SecurityChangedProps) {
  return (
    <Layout preview={`${changedAt}`} reason="You get this because what guards your JOBA account changed.">
      <Heading>{HEADINGS[change]}</Heading>
      <Facts
        rows={[
          ["Account", provider],
          ["When", changedAt],
          ["From", device],
        ]}
      />
      <Text>{NOTES[change]}</Text>
      <Text>If it was not you, change your password and end the sessions you do not know.</Text>
      <Button href={url}>See my security settings</Button>
    </Layout>
  );
}

SecurityChanged.PreviewProps = {
  change: "two_step_on",
  changedAt: "24 November 2026, 09:15 UTC",
  device: "Firefox on Linux",
  url: "https://joba.example/settings/security",
} satisfies SecurityChangedProps;
