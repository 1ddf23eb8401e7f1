import type { ReactNode } from "react";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import { ResendVerificationButton } from "./resend-verification-button";

interface PersonFactsProps {
  id: string;
  disabledAt: Date | null;
  email: string;
  createdAt: Date;
  emailVerifiedAt: Date | null;
  lastUsedAt: Date | null;
  hasTwoStep: boolean;
  liveSessions: number;
  liveTokens: number;
}

export function PersonFacts({ person }: { person: PersonFactsProps }) {
  const { id, email, disabledAt, createdAt, emailVerifiedAt, lastUsedAt, hasTwoStep, liveSessions, liveTokens } =
    person;
  return (
    <Card>
      <CardHeader>
        <CardTitle>Account</CardTitle>
      </CardHeader>
      <CardContent>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
          <Fact name="Address">
            <span className="wrap-anywhere">{email}</span>
          </Fact>
          <Fact name="Confirmed">{emailVerifiedAt ? <Time at={emailVerifiedAt} format="date" /> : "Not yet"}</Fact>
          <Fact name="Two-step">{hasTwoStep ? "On" : "Off"}</Fact>
          <Fact name="Registered">
            <Time at={createdAt} format="date" />
          </Fact>
          <Fact name="Last used">{lastUsedAt ? <Time at={lastUsedAt} /> : "Never"}</Fact>
          <Fact name="Sessions">{liveSessions}</Fact>
          <Fact name="API tokens">{liveTokens}</Fact>
        </dl>
        {!emailVerifiedAt && !disabledAt && <ResendVerificationButton id={id} />}
      </CardContent>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 text-right tabular">{children}</dd>
    </>
  );
}
