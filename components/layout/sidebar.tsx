import { Search } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Kbd } from "@/components/ui/kbd";
import { AccountMenu } from "./account-menu";
import { CommandButton } from "./command-button";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { ADMIN, AREAS, OUTBOX } from "./navigation";
import { SidebarToggle } from "./sidebar-toggle";

const itemClasses =
  "flex h-8 w-full items-center gap-2.5 rounded-md px-2 font-medium text-base text-muted transition-colors duration-100 hover:bg-hover hover:text-text aria-[current]:bg-hover aria-[current]:text-text coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0";
/** Folded, the words stay for screen readers. */
const wordClasses = "truncate group-data-[sidebar=icons]/frame:sr-only";

export function Sidebar({
  viewer,
  findKey,
  showsOutbox,
  showsAdmin,
}: {
  viewer: { name: string; email: string | null; isDemo: boolean };
  /** How this keyboard writes the palette's shortcut. */
  findKey: string;
  showsOutbox: boolean;
  showsAdmin: boolean;
}) {
  return (
    <aside className="sticky top-0 hidden h-dvh w-58 shrink-0 flex-col border-border border-r bg-background md:flex group-data-[sidebar=icons]/frame:w-14">
      <div className="flex h-13 items-center justify-between pr-2.5 pl-4 group-data-[sidebar=icons]/frame:justify-center group-data-[sidebar=icons]/frame:px-0">
        <Link href={"/jobs" as Route} className="flex rounded-md" aria-label="JOBA, jobs">
          <Logo className="group-data-[sidebar=icons]/frame:[&>span]:sr-only" />
        </Link>
        <SidebarToggle className="group-data-[sidebar=icons]/frame:hidden" />
      </div>
      <nav aria-label="Main" className="flex flex-1 flex-col gap-0.5 overflow-y-auto px-2.5 py-1">
        <CommandButton
          className={`${itemClasses} mb-2 border border-border bg-surface shadow-xs hover:bg-hover`}
          title={`Find (${findKey})`}
        >
          <Search aria-hidden />
          <span className={wordClasses}>Find…</span>
          <span className="ml-auto group-data-[sidebar=icons]/frame:hidden">
            <Kbd aria-hidden>{findKey}</Kbd>
          </span>
        </CommandButton>
        {AREAS.map(({ href, label, icon: Icon, key }) => (
          <NavLink key={href} href={href} className={itemClasses} title={`${label} (g ${key})`}>
            <Icon aria-hidden strokeWidth={1.75} />
            <span className={wordClasses}>{label}</span>
          </NavLink>
        ))}
        {showsOutbox && (
          <NavLink href={OUTBOX.href} className={itemClasses} title={OUTBOX.label}>
            <OUTBOX.icon aria-hidden strokeWidth={1.75} />
            <span className={wordClasses}>{OUTBOX.label}</span>
          </NavLink>
        )}
        {showsAdmin && (
          <NavLink href={ADMIN.href} className={itemClasses} title={ADMIN.label}>
            <ADMIN.icon aria-hidden strokeWidth={1.75} />
            <span className={wordClasses}>{ADMIN.label}</span>
          </NavLink>
        )}
      </nav>
      <div className="flex flex-col gap-1 px-2.5 py-2.5">
        <SidebarToggle className="mx-auto hidden group-data-[sidebar=icons]/frame:inline-flex" />
        <AccountMenu viewer={viewer} />
      </div>
    </aside>
  );
}
