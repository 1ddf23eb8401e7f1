"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link that knows whether the reader is in its area. */
export function NavLink({
  href,
  isExact = false,
  ...props
}: {
  href: Route;
  isExact?: boolean;
  className?: string;
  title?: string;
  children: ReactNode;
}) {
  const pathname = usePathname();
  const isCurrent = pathname === href || (!isExact && pathname.startsWith(`${href}/`));
  return <Link href={href} aria-current={isCurrent ? (pathname === href ? "page" : "true") : undefined} {...props} />;
}
