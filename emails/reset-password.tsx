import { Button } from "./_components/button";
import { Layout } from "./_components/layout";
import { Heading, Note, Text } from "./_components/text";

export interface ResetPasswordProps {
  url: string;
  /** "30 minutes" */
  expiresIn: string;
}

export const subject = (_props: ResetPasswordProps) => "Choose a new password";

export default function ResetPassword({ url, expiresIn }: ResetPasswordProps) {
  return (
    <Layout
      preview={`The link works for ${expiresIn}`}
      reason="You get this because somebody asked for a new password for this address on JOBA."
    >
      <Heading>Choose a new password</Heading>
      <Text>Somebody, hopefully you, asked for a new password. Choosing one signs you out everywhere else.</Text>
      <Button href={url}>Choose a new password</Button>
      <Note>
        The link works once, for {expiresIn}. If it was not you, ignore this mail: your password stays as it is.
      </Note>
    </Layout>
  );
}

ResetPassword.PreviewProps = {
  url: "https://joba.example/reset-password?token=Q2hvb3NlIGEgcmFuZG9tIG9uZSBpbnN0ZWFkIG9mIHRoaXM",
  expiresIn: "30 minutes",
} satisfies ResetPasswordProps;
