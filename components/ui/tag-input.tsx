"use client";

import { type ClipboardEvent, type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { cn } from "@/lib/utils";
import { RemovableChip } from "./chip";
import { controlClasses } from "./control-classes";
import { useFieldControl } from "./field-context";

type TagInputProps = Omit<ComponentProps<"input">, "value" | "defaultValue" | "onChange"> & {
  value?: readonly string[];
  defaultValue?: readonly string[];
  onValueChange?: (values: string[]) => void;
  /** Offered by the browser while typing; anything else may be typed too. */
  suggestions?: readonly string[];
  maxTags?: number;
};

/** A list of short texts. Enter or comma adds, Backspace takes the last out; posts each as `name[]`. */
export function TagInput({
  value,
  defaultValue = [],
  onValueChange,
  suggestions,
  maxTags = 100,
  className,
  ...props
}: TagInputProps) {
  const { name, disabled, ...control } = useFieldControl(props);
  const [own, setOwn] = useState<readonly string[]>(defaultValue);
  const [draft, setDraft] = useState("");
  const [announcement, announce] = useState("");
  const inputRef = useRef<HTMLInputElement>(null);
  const listId = useId();
  const tags = value ?? own;

  const change = (next: string[]) => {
    setOwn(next);
    onValueChange?.(next);
  };
  const add = (texts: string[]) => {
    const next = [...tags];
    for (const text of texts.map((entry) => entry.trim().replace(/\s+/g, " "))) {
      const isKnown = next.some((tag) => tag.toLowerCase() === text.toLowerCase());
      if (text && !isKnown && next.length < maxTags) next.push(text);
    }
    setDraft("");
    if (next.length === tags.length) return;
    announce(`Added ${next.slice(tags.length).join(", ")}`);
    change(next);
  };
  const remove = (tag: string) => {
    announce(`Removed ${tag}`);
    change(tags.filter((other) => other !== tag));
    inputRef.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = tags.at(-1);
    if ((event.key === "Enter" || event.key === ",") && draft.trim() && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add([draft]);
    } else if (event.key === "Backspace" && draft === "" && last !== undefined) {
      event.preventDefault();
      remove(last);
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const parts = event.clipboardData.getData("text").split(/[,;\n\t]+/);
    if (parts.length < 2) return;
    event.preventDefault();
    add([...(draft ? [draft] : []), ...parts]);
  };

  return (
    <div
      className={cn(
        controlClasses,
        "flex min-h-8 flex-wrap items-center gap-1 px-1 py-[3px] has-[input:focus-visible]:border-ring has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-ring coarse:min-h-11 coarse:py-1.5",
        control["aria-invalid"] && "border-danger",
        className,
      )}
    >
      {tags.map((tag) => (
        <RemovableChip key={tag} label={tag} onRemove={() => remove(tag)}>
          {tag}
        </RemovableChip>
      ))}
      <input
        {...control}
        // A full list is still a filled field.
        required={control.required && tags.length === 0}
        ref={inputRef}
        type="text"
        disabled={disabled}
        value={draft}
        placeholder={tags.length === 0 ? control.placeholder : undefined}
        list={suggestions ? listId : undefined}
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => draft.trim() && add([draft])}
        className="h-6 min-w-24 flex-1 bg-transparent px-1.5 outline-none coarse:h-8"
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {name && tags.map((tag) => <input key={tag} type="hidden" name={`${name}[]`} value={tag} disabled={disabled} />)}
      <span role="status" className="sr-only">
        {announcement}
      </span>
    </div>
  );
}
