"use client";

import { Fragment } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { KEY_GROUPS } from "./keys";

export function HelpSheet({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
  return (
    <Sheet open={isOpen} onOpenChange={onOpenChange}>
      <SheetContent>
        <SheetHeader>
          <SheetTitle>Keyboard</SheetTitle>
          <SheetDescription>Everything here works without a mouse.</SheetDescription>
        </SheetHeader>
        <SheetBody className="space-y-6">
          {KEY_GROUPS.map(({ title, keys }) => (
            <section key={title}>
              <h3 className="mb-1 font-medium text-muted text-sm">{title}</h3>
              <dl className="divide-y divide-border">
                {keys.map(({ keys: combination, does }) => (
                  <div key={does} className="flex h-9 items-center justify-between gap-4">
                    <dt>{does}</dt>
                    <dd className="flex items-center gap-1 text-muted text-xs">
                      {combination.map((key, index) => (
                        <Fragment key={key}>
                          {index > 0 && combination[0] !== "mod" && "then"}
                          <Kbd>{key === "mod" ? modifier : key}</Kbd>
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}
