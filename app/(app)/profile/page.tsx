import type { Metadata } from "next";
import { Suspense } from "react";
import { ProfileTabs } from "@/components/profile/profile-tabs";
import { Page } from "@/components/ui/page";
import { Skeleton } from "@/components/ui/skeleton";
import { getContext } from "@/lib/auth/session";
import { preferenceOptions } from "@/lib/profiles/options";
import { getProfile } from "@/lib/profiles/service";

export const metadata: Metadata = { title: "Profile" };

export default function ProfilePage() {
  return (
    <Page title="Profile" description="What jobs are matched against. Only you see it." width="prose">
      <Suspense fallback={<ProfileSkeleton />}>
        <Profile />
      </Suspense>
    </Page>
  );
}

async function Profile() {
  const profile = await getProfile(await getContext());
  return <ProfileTabs profile={profile} options={preferenceOptions()} />;
}

function ProfileSkeleton() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-72 w-full" />
      <Skeleton className="h-48 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
