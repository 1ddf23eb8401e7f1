"use client";

import { ChevronDown, Plus, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useFieldError } from "@/components/ui/field-context";
import { cn } from "@/lib/utils";

/** A list of entries, each a line that opens into its form. */
export function EntryList<T>({
  path,
  items,
  empty,
  addLabel,
  create,
  onChange,
  line,
  form,
}: {
  /** Where the entries stand in the action's input; an entry with an error opens by itself. */
  path: string;
  items: readonly T[];
  empty: string;
  addLabel: string;
  create: () => T;
  onChange: (items: T[]) => void;
  line: (item: T) => { title: string; detail: string };
  form: (item: T, index: number, change: (patch: Partial<T>) => void) => ReactNode;
}) {
  const [open, setOpen] = useState<readonly number[]>([]);
  const change = (index: number, patch: Partial<T>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...patch } : item)));
  const remove = (index: number) => {
    setOpen([]);
    onChange(items.filter((_, at) => at !== index));
  };
  return (
    <div className="space-y-3">
      {items.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <ul className="divide-y divide-border rounded-md border border-border">
          {items.map((item, index) => (
            <Entry
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id and are only added at the end
              key={index}
              path={`${path}.${index}`}
              {...line(item)}
              isOpen={open.includes(index)}
              onToggle={() =>
                setOpen((now) => (now.includes(index) ? now.filter((one) => one !== index) : [...now, index]))
              }
              onRemove={() => remove(index)}
            >
              {form(item, index, (patch) => change(index, patch))}
            </Entry>
          ))}
        </ul>
      )}
      <Button
        size="sm"
        onClick={() => {
          onChange([...items, create()]);
          setOpen((now) => [...now, items.length]);
        }}
      >
        <Plus aria-hidden /> {addLabel}
      </Button>
    </div>
  );
}

function Entry({
  path,
  title,
  detail,
  isOpen,
  onToggle,
  onRemove,
  children,
}: {
  path: string;
  title: string;
  detail: string;
  isOpen: boolean;
  onToggle: () => void;
  onRemove: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const hasError = useFieldError(path) !== undefined;
  const isShown = isOpen || hasError;
  const isForced = hasError && !isOpen;
  const toggleRef = useRef(onToggle);
  toggleRef.current = onToggle;
  // Correcting the field must not close it under the person's hands.
  useEffect(() => {
    if (isForced) toggleRef.current();
  }, [isForced]);
  return (
    <li>
      <div className="flex items-center gap-1 pr-1.5">
        <button
          type="button"
          aria-expanded={isShown}
          aria-controls={id}
          onClick={onToggle}
          className="flex min-w-0 flex-1 items-center gap-2 rounded-md py-2 pl-2.5 text-left hover:bg-hover coarse:min-h-11"
        >
          <ChevronDown
            aria-hidden
            className={cn("size-4 shrink-0 text-muted transition-transform", !isShown && "-rotate-90")}
          />
          <span className="min-w-0">
            <span className="wrap-anywhere block font-medium">{title || "New entry"}</span>
            {detail && <span className="wrap-anywhere block text-muted text-sm">{detail}</span>}
          </span>
        </button>
        <Button variant="ghost" size="icon-sm" aria-label={`Remove ${title || "this entry"}`} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </div>
      <div id={id} hidden={!isShown} className="border-border border-t bg-sunken/40 px-3 py-3">
        {isShown && children}
      </div>
    </li>
  );
}
