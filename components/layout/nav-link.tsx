"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

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
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent) centerInRow(ref.current);
  }, [isCurrent]);
  return (
    <Link
      ref={ref}
      href={href}
      aria-current={isCurrent ? (pathname === href ? "page" : "true") : undefined}
      {...props}
    />
  );
}

/** A row too long for a phone shows where the reader is; the page itself does not move. */
function centerInRow(link: HTMLAnchorElement | null): void {
  const row = link?.parentElement;
  if (!link || !row || row.scrollWidth <= row.clientWidth) return;
  row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
}
