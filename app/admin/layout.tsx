import type { ReactNode } from "react";
import AppLayout from "@/app/(app)/layout";
import { NavLink } from "@/components/layout/nav-link";
import { ADMIN_PAGES } from "@/components/layout/navigation";
import { Page } from "@/components/ui/page";
import { getPermittedContext } from "@/lib/auth/session";

/** Outside the signed-in area because its loading state would answer 200: who is no admin gets the 404 of any unknown path. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await getPermittedContext("users:read");
  return (
    <AppLayout>
      <Page title="Admin" description="Who uses this JOBA, and what was done.">
        <nav
          aria-label="Admin"
          className="-mx-4 flex gap-1 overflow-x-auto border-border border-b px-4 [scrollbar-width:none] md:mx-0 md:px-0"
        >
          {ADMIN_PAGES.map(({ href, label }) => (
            <NavLink
              key={href}
              href={href}
              className="-mb-px flex h-9 shrink-0 items-center border-transparent border-b-2 px-2 font-medium text-muted hover:text-text aria-[current]:border-accent aria-[current]:text-text max-md:h-11"
            >
              {label}
            </NavLink>
          ))}
        </nav>
        {children}
      </Page>
    </AppLayout>
  );
}
