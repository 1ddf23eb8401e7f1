"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { cn } from "@/lib/utils";
import { type JobsView, jobsHref } from "./href";

const PAUSE_MS = 250;

/** Searches as one types. Without a script it is a form like any other. */
export function SearchBox({ view, className }: { view: JobsView; className?: string }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [text, setText] = useState(view.filters.q ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(view.filters.q ?? "");

  useEffect(() => {
    // The address changed by other means: back, a suggestion, a cleared filter.
    if ((view.filters.q ?? "") !== asked.current) {
      asked.current = view.filters.q ?? "";
      setText(asked.current);
    }
  }, [view.filters.q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (value: string, isNow = false) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        asked.current = value.trim();
        const filters = { ...view.filters, q: asked.current || undefined };
        startTransition(() =>
          router.replace(jobsHref({ filters, sort: view.sort === "relevance" ? undefined : view.sort })),
        );
      },
      isNow ? 0 : PAUSE_MS,
    );
  };

  return (
    <search className={cn("relative", className)}>
      <form
        action="/jobs"
        onSubmit={(event) => {
          event.preventDefault();
          search(text, true);
        }}
      >
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 z-1 size-4 -translate-y-1/2 text-muted"
        />
        <Input
          data-jobs-search
          type="search"
          name="q"
          aria-label="Search jobs"
          placeholder='Search: react "design system" -php'
          maxLength={200}
          autoComplete="off"
          value={text}
          onChange={(event) => search(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            if (text) search("", true);
            else event.currentTarget.blur();
          }}
          className="pr-9 pl-8 [&::-webkit-search-cancel-button]:hidden"
        />
        <span className="absolute top-1/2 right-2 -translate-y-1/2">
          {isPending ? (
            <LoaderCircle aria-label="Searching" className="size-4 animate-spin text-muted" />
          ) : text ? (
            <button
              type="button"
              aria-label="Clear the search"
              onClick={() => search("", true)}
              className="touch-target grid size-5 place-items-center rounded-sm text-muted hover:text-text"
            >
              <X aria-hidden className="size-4" />
            </button>
          ) : (
            <Kbd aria-hidden className="coarse:hidden">
              /
            </Kbd>
          )}
        </span>
      </form>
    </search>
  );
}
