import { Search } from "lucide-react";
import { CommandButton } from "./command-button";
import { NavLink } from "./nav-link";
import { AREAS, OUTBOX } from "./navigation";

const tabClasses =
  "flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 font-medium text-[0.6875rem] text-muted aria-[current]:text-accent-text focus-visible:-outline-offset-2 [&_svg]:size-5";

/** The sidebar of a phone. */
export function TabBar({ showsOutbox }: { showsOutbox: boolean }) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex h-(--tabbar-height) border-border border-t bg-surface/95 pb-[env(safe-area-inset-bottom)] backdrop-blur-sm md:hidden"
    >
      {AREAS.map(({ href, label, icon: Icon }) => (
        <NavLink key={href} href={href} className={tabClasses}>
          <Icon aria-hidden strokeWidth={1.75} />
          {label}
        </NavLink>
      ))}
      {showsOutbox && (
        <NavLink href={OUTBOX.href} className={tabClasses}>
          <OUTBOX.icon aria-hidden strokeWidth={1.75} />
          {OUTBOX.label}
        </NavLink>
      )}
      <CommandButton className={tabClasses}>
        <Search aria-hidden strokeWidth={1.75} />
        Find
      </CommandButton>
    </nav>
  );
}
