"use client";

import {
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuShortcut,
} from "@/components/ui/dropdown-menu";
import type { DismissReason } from "@/db/schema/vocabulary";
import { DISMISS_LABELS } from "@/lib/jobs/labels";

const REASONS = Object.keys(DISMISS_LABELS) as DismissReason[];
const digitOf = (index: number) => String((index + 1) % 10);

/** The reasons as a menu; the digits choose at once, and the key that opened it dismisses without one. */
export function DismissItems({
  count = 1,
  onChoose,
  onCloseAutoFocus,
}: {
  count?: number;
  onChoose: (reason: DismissReason | null) => void;
  onCloseAutoFocus?: (event: Event) => void;
}) {
  return (
    <DropdownMenuContent
      className="w-60"
      onCloseAutoFocus={onCloseAutoFocus}
      onKeyDown={(event) => {
        const index = REASONS.findIndex((_, at) => digitOf(at) === event.key);
        if (index < 0 && event.key !== "x") return;
        event.preventDefault();
        onChoose(REASONS[index] ?? null);
      }}
    >
      <DropdownMenuLabel>{count === 1 ? "Dismiss because of" : `Dismiss ${count} jobs because of`}</DropdownMenuLabel>
      {REASONS.map((reason, index) => (
        <DropdownMenuItem key={reason} onSelect={() => onChoose(reason)}>
          {DISMISS_LABELS[reason]}
          <DropdownMenuShortcut>{digitOf(index)}</DropdownMenuShortcut>
        </DropdownMenuItem>
      ))}
      <DropdownMenuItem className="text-muted" onSelect={() => onChoose(null)}>
        No reason
        <DropdownMenuShortcut>x</DropdownMenuShortcut>
      </DropdownMenuItem>
    </DropdownMenuContent>
  );
}
