"use client";

import { Command } from "cmdk";
import { Keyboard, Monitor, Moon, PanelLeft, Search, Sun } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import * as Primitive from "radix-ui/dialog";
import { useState } from "react";
import { overlayClasses } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { openHelp } from "./command-events";
import { CommandItem, groupClasses } from "./command-item";
import { ADMIN, ADMIN_PAGES, AREAS } from "./navigation";
import { SearchCommands } from "./search-commands";
import { toggleSidebar } from "./sidebar-toggle";

/** Everything by name. Loaded the first time it is opened. */
export function CommandPalette({
  isOpen,
  onOpenChange,
  showsAdmin,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  showsAdmin: boolean;
}) {
  const router = useRouter();
  const { setTheme } = useTheme();
  const [text, setText] = useState("");
  const close = () => {
    onOpenChange(false);
    setText("");
  };
  const act = (run: () => void) => () => {
    close();
    run();
  };
  const go = (href: string) => act(() => router.push(href as Route));
  const words = text.trim();

  return (
    <Primitive.Root open={isOpen} onOpenChange={(next) => (next ? onOpenChange(true) : close())}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClasses} />
        <Primitive.Content
          aria-describedby={undefined}
          className="-translate-x-1/2 fixed top-[max(0.75rem,14vh)] left-1/2 z-50 w-[calc(100vw-1.5rem)] max-w-xl overflow-hidden rounded-xl border border-border bg-raised shadow-overlay animate-pop"
        >
          <Primitive.Title className="sr-only">Find anything</Primitive.Title>
          <Command loop label="Commands">
            <div className="flex items-center gap-2.5 border-border border-b px-4">
              <Search aria-hidden className="size-4 text-muted" />
              <Command.Input
                value={text}
                onValueChange={setText}
                placeholder="Go to a page, search jobs, change a setting…"
                className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none coarse:text-[1rem]"
              />
              <Kbd aria-hidden>esc</Kbd>
            </div>
            <Command.List className="max-h-[min(28rem,65dvh)] overflow-y-auto overscroll-contain p-1.5">
              <Command.Group heading="Go to" className={groupClasses}>
                {AREAS.map(({ href, label, icon, key }) => (
                  <CommandItem key={href} value={`go to ${label}`} icon={icon} onSelect={go(href)} keys={["g", key]}>
                    {label}
                  </CommandItem>
                ))}
              </Command.Group>
              {showsAdmin && (
                <Command.Group heading="Admin" className={groupClasses}>
                  {ADMIN_PAGES.map(({ href, label }) => (
                    <CommandItem key={href} value={`admin ${label}`} icon={ADMIN.icon} onSelect={go(href)}>
                      {label}
                    </CommandItem>
                  ))}
                </Command.Group>
              )}
              <SearchCommands close={close} go={go} />
              <Command.Group heading="Look" className={groupClasses}>
                <CommandItem value="light theme" icon={Sun} onSelect={act(() => setTheme("light"))}>
                  Light theme
                </CommandItem>
                <CommandItem value="dark theme" icon={Moon} onSelect={act(() => setTheme("dark"))}>
                  Dark theme
                </CommandItem>
                <CommandItem value="system theme" icon={Monitor} onSelect={act(() => setTheme("system"))}>
                  Theme of the system
                </CommandItem>
                <CommandItem value="fold sidebar" icon={PanelLeft} onSelect={act(toggleSidebar)} keys={["["]}>
                  Fold or unfold the sidebar
                </CommandItem>
              </Command.Group>
              <Command.Group heading="Help" className={groupClasses}>
                <CommandItem value="keyboard shortcuts help keys" icon={Keyboard} onSelect={act(openHelp)} keys={["?"]}>
                  Keyboard shortcuts
                </CommandItem>
              </Command.Group>
              {words && (
                <Command.Group forceMount className={groupClasses}>
                  <CommandItem
                    forceMount
                    // Never scored, so a command that matches comes first.
                    value="jobs-by-words"
                    icon={Search}
                    onSelect={go(`/jobs?q=${encodeURIComponent(words)}`)}
                  >
                    <span className="truncate">
                      Search jobs for <b className="font-medium">{words}</b>
                    </span>
                  </CommandItem>
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
