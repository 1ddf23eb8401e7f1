import { Button } from "./_components/button";
import { Layout } from "./_components/layout";
import { personName } from "./_components/person-name";
import { Heading, Note, Text } from "./_components/text";

export interface InvitationProps {
  inviterName: string;
  url: string;
  /** "7 days" */
  expiresIn: string;
}

export const subject = ({ inviterName }: InvitationProps) => `${personName(inviterName)} invites you to JOBA`;

export default function Invitation({ inviterName, url, expiresIn }: InvitationProps) {
  return (
    <Layout
      preview="A calm place for a job hunt"
      reason="You get this because somebody entered your address on JOBA to invite you. No account was made."
    >
      <Heading>{`${personName(inviterName)} invites you to JOBA`}</Heading>
      <Text>
        JOBA finds jobs on many boards, ranks them against your profile and says why, and keeps every application
        moving.
      </Text>
      <Button href={url}>Accept the invitation</Button>
      <Note>The link works once, for {expiresIn}. If you do not know who this is, ignore this mail.</Note>
    </Layout>
  );
}

Invitation.PreviewProps = {
  inviterName: "Robin Doe",
  url: "https://joba.example/sign-up?invitation=Q2hvb3NlIGEgcmFuZG9tIG9uZSBpbnN0ZWFkIG9mIHRoaXM",
  expiresIn: "7 days",
} satisfies InvitationProps;
