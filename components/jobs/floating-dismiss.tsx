"use client";

import { DropdownMenu, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import type { DismissReason } from "@/db/schema/vocabulary";
import { DismissItems } from "./dismiss-items";
import type { DismissRequest } from "./dismiss-menu";

/** One reason menu for all rows, opened beside whatever asked for it. */
export function FloatingDismiss({
  request,
  onChoose,
  onClose,
}: {
  request: DismissRequest | undefined;
  onChoose: (reason: DismissReason | null) => void;
  /** After the menu is gone, with the focus free. */
  onClose: () => void;
}) {
  return (
    <DropdownMenu open={request !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenuTrigger asChild>
        <span aria-hidden className="pointer-events-none fixed size-px" style={{ left: request?.x, top: request?.y }} />
      </DropdownMenuTrigger>
      <DismissItems
        count={request?.ids.length}
        onChoose={onChoose}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClose();
        }}
      />
    </DropdownMenu>
  );
}
