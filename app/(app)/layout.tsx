import { cookies, headers } from "next/headers";
import type { CSSProperties, ReactNode } from "react";
import { DemoBanner } from "@/components/layout/demo-banner";
import { SIDEBAR_COOKIE } from "@/components/layout/preferences";
import { Shortcuts } from "@/components/layout/shortcuts";
import { Sidebar } from "@/components/layout/sidebar";
import { SkipLink } from "@/components/layout/skip-link";
import { TabBar } from "@/components/layout/tab-bar";
import { VerifyBanner } from "@/components/layout/verify-banner";
import { hasPermission } from "@/lib/auth/permissions";
import { getContext, getViewer } from "@/lib/auth/session";
import { showsOutbox } from "@/lib/mail/service";
import { isLocalOutbox } from "@/lib/mail/settings";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const [{ name, email, isDemo, isEmailVerified }, jar, requestHeaders, hasOutbox, isAdmin] = await Promise.all([
    getViewer(),
    cookies(),
    headers(),
    getContext().then(showsOutbox),
    getContext().then((ctx) => hasPermission(ctx, "users:read")),
  ]);
  const isApple = /Mac|iPhone|iPad/.test(requestHeaders.get("user-agent") ?? "");
  const asksToVerify = !isDemo && !isEmailVerified && email !== null;
  return (
    <div
      data-sidebar={jar.get(SIDEBAR_COOKIE)?.value === "icons" ? "icons" : "full"}
      style={{ "--banner-height": isDemo || asksToVerify ? "2.25rem" : "0px" } as CSSProperties}
      className="group/frame flex min-h-dvh max-md:[--tabbar-height:calc(3.5rem+env(safe-area-inset-bottom))]"
    >
      <SkipLink />
      <Sidebar
        viewer={{ name, email, isDemo }}
        findKey={isApple ? "⌘K" : "Ctrl K"}
        showsOutbox={hasOutbox}
        showsAdmin={isAdmin}
      />
      <div className="flex min-w-0 flex-1 flex-col max-md:pb-(--tabbar-height)">
        {isDemo && <DemoBanner />}
        {asksToVerify && <VerifyBanner email={email} hasLocalOutbox={isLocalOutbox()} />}
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
      <TabBar showsOutbox={hasOutbox} />
      <Shortcuts showsAdmin={isAdmin} />
    </div>
  );
}
