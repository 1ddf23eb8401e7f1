import { Button } from "./_components/button";
import { Layout } from "./_components/layout";
import { Heading, Link, Note, Text } from "./_components/text";

export interface AlreadyRegisteredProps {
  /** Where to sign in. */
  url: string;
  /** Where to ask for a new password. */
  resetUrl: string;
}

export const subject = (_props: AlreadyRegisteredProps) => "You already have an account";

export default function AlreadyRegistered({ url, resetUrl }: AlreadyRegisteredProps) {
  return (
    <Layout
      preview="Sign in as before"
      reason="You get this because somebody tried to sign up on JOBA with this address, which has an account."
    >
      <Heading>You already have an account</Heading>
      <Text>Somebody, hopefully you, tried to sign up with this address. It has an account, so none was made.</Text>
      <Button href={url}>Sign in</Button>
      <Note>
        Password forgotten? <Link href={resetUrl}>Choose a new one</Link>. If it was not you, ignore this mail: nothing
        was changed.
      </Note>
    </Layout>
  );
}

AlreadyRegistered.PreviewProps = {
  url: "https://joba.example/sign-in",
  resetUrl: "https://joba.example/forgot-password",
} satisfies AlreadyRegisteredProps;
