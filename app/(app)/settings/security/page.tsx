import type { Metadata, Route } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardActions, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { offeredProviders } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/session";
import { ActivitySection } from "./activity-section";
import { ConnectedAccountsSection } from "./connected-accounts-section";
import { EmailSection } from "./email-section";
import { PasswordSection } from "./password-section";
import { SectionSkeleton } from "./section-skeleton";
import { SessionsSection } from "./sessions-section";
import { TwoStepSection } from "./two-step-section";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage({ searchParams }: PageProps<"/settings/security">) {
  const { isDemo } = await getViewer();
  const providers = offeredProviders().length;
  if (isDemo) return <NothingToSecure />;
  return (
    <>
      <Suspense fallback={<SectionSkeleton rows={3} />}>
        <PasswordSection />
      </Suspense>
      <Suspense fallback={<SectionSkeleton rows={1} />}>
        <EmailSection />
      </Suspense>
      <Suspense fallback={<SectionSkeleton rows={0} />}>
        <TwoStepSection />
      </Suspense>
      <Suspense fallback={providers > 0 ? <SectionSkeleton rows={providers} /> : null}>
        <ConnectedAccountsSection searchParams={searchParams} />
      </Suspense>
      <Suspense fallback={<SectionSkeleton rows={2} />}>
        <SessionsSection />
      </Suspense>
      <Suspense fallback={<SectionSkeleton rows={4} />}>
        <ActivitySection searchParams={searchParams} />
      </Suspense>
    </>
  );
}

function NothingToSecure() {
  return (
    <Card>
      <CardHeader>
        <CardTitle>The demo has no password</CardTitle>
        <CardDescription>
          It is gone within a day. An account has a password, two-step sign-in and a list of where you are signed in.
        </CardDescription>
        <CardActions>
          <Button asChild variant="primary">
            <Link href={"/sign-up" as Route}>Make it yours</Link>
          </Button>
        </CardActions>
      </CardHeader>
    </Card>
  );
}
