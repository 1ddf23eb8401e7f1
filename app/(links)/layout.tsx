import type { ReactNode } from "react";
import { AuthFrame } from "@/components/layout/auth-frame";

/** What mailed links lead to. Open to everybody: the mail may be read on another device than the one signed in. */
export default function LinksLayout({ children }: { children: ReactNode }) {
  return <AuthFrame>{children}</AuthFrame>;
}
