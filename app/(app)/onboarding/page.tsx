import type { Metadata } from "next";
import { OnboardingFlow } from "@/components/profile/onboarding-flow";
import { profileFactsSchema } from "@/db/schema/shapes";
import { getContext } from "@/lib/auth/session";
import { getProfile } from "@/lib/profiles/service";

export const metadata: Metadata = { title: "Start with your CV" };

export default async function OnboardingPage() {
  const { version } = await getProfile(await getContext());
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-6 pb-6 md:px-6 md:pt-8">
      <OnboardingFlow emptyFacts={profileFactsSchema.parse({})} version={version} />
    </div>
  );
}
