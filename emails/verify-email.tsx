import { Button } from "./_components/button";
import { Layout } from "./_components/layout";
import { Heading, Note, Text } from "./_components/text";

/** Takes no name: whoever signs up with a stranger's address must not get to write to them. */
export interface VerifyEmailProps {
  url: string;
  /** "24 hours" */
  expiresIn: string;
}

export const subject = (_props: VerifyEmailProps) => "Confirm your e-mail address";

export default function VerifyEmail({ url, expiresIn }: VerifyEmailProps) {
  return (
    <Layout
      preview="One click, and this address is yours on JOBA"
      reason="You get this because this address was entered on JOBA."
    >
      <Heading>Is this you?</Heading>
      <Text>Confirm that this address belongs to you. JOBA then uses it to sign you in and to write to you.</Text>
      <Button href={url}>Confirm this address</Button>
      <Note>The link works once, for {expiresIn}. If you did not enter this address, ignore this mail.</Note>
    </Layout>
  );
}

VerifyEmail.PreviewProps = {
  url: "https://joba.example/verify-email?token=Q2hvb3NlIGEgcmFuZG9tIG9uZSBpbnN0ZWFkIG9mIHRoaXM",
  expiresIn: "24 hours",
} satisfies VerifyEmailProps;
