import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AuthFrame } from "@/components/layout/auth-frame";
import { findViewer } from "@/lib/auth/session";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const viewer = await findViewer();
  // A demo visitor may still make an account.
  if (viewer && !viewer.isDemo) redirect("/jobs");
  return <AuthFrame>{children}</AuthFrame>;
}
