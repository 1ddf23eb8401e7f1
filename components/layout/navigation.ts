import { Briefcase, Inbox, type LucideIcon, Radar, Settings, ShieldCheck, UserRound } from "lucide-react";
import type { Route } from "next";

export interface Area {
  href: Route;
  label: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  key: string;
}

/** The areas of the signed-in app, in the order of the sidebar and the tab bar. */
export const AREAS: readonly Area[] = [
  { href: "/jobs" as Route, label: "Jobs", icon: Briefcase, key: "j" },
  { href: "/searches" as Route, label: "Searches", icon: Radar, key: "s" },
  { href: "/profile" as Route, label: "Profile", icon: UserRound, key: "p" },
  { href: "/settings" as Route, label: "Settings", icon: Settings, key: "," },
];

/** For those whose role says so. */
export const ADMIN = { href: "/admin" as Route, label: "Admin", icon: ShieldCheck } as const;

export const ADMIN_PAGES = [
  { href: "/admin/people" as Route, label: "People" },
  { href: "/admin/invitations" as Route, label: "Invitations" },
  { href: "/admin/audit" as Route, label: "Audit log" },
] as const;

/** Stands after the areas where mail waits to be opened, or some of it went wrong. */
export const OUTBOX = { href: "/outbox" as Route, label: "Outbox", icon: Inbox } as const;
