import type { Route } from "next";
import type { ReactNode } from "react";
import { NavLink } from "@/components/layout/nav-link";
import { Page } from "@/components/ui/page";

const SECTIONS = [
  { href: "/settings/sources" as Route, label: "Sources" },
  { href: "/settings/account" as Route, label: "Account" },
  { href: "/settings/security" as Route, label: "Security" },
  { href: "/settings/api-tokens" as Route, label: "API tokens" },
  { href: "/settings/data" as Route, label: "Data" },
  { href: "/settings/appearance" as Route, label: "Appearance" },
];

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <Page title="Settings">
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-[10rem_minmax(0,1fr)]">
        <nav
          aria-label="Settings"
          className="-mx-4 flex gap-1 overflow-x-auto border-border border-b px-4 [scrollbar-width:none] md:sticky md:top-[calc(var(--banner-height)+1.5rem)] md:mx-0 md:flex-col md:self-start md:border-0 md:px-0"
        >
          {SECTIONS.map(({ href, label }) => (
            <NavLink
              key={href}
              href={href}
              className="flex h-8 shrink-0 items-center px-2 font-medium text-muted hover:text-text aria-[current]:text-text max-md:-mb-px max-md:h-11 max-md:border-transparent max-md:border-b-2 max-md:aria-[current]:border-accent md:rounded-md md:aria-[current]:bg-hover md:hover:bg-hover"
            >
              {label}
            </NavLink>
          ))}
        </nav>
        <div className="min-w-0 max-w-3xl space-y-5">{children}</div>
      </div>
    </Page>
  );
}
