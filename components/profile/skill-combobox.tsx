"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { suggestSkillsAction } from "@/app/(app)/profile/actions";
import { controlClasses } from "@/components/ui/control-classes";
import { Label } from "@/components/ui/label";
import { cn } from "@/lib/utils";

interface Option {
  skillId: string;
  name: string;
  kind: string;
}

/** Adds a skill: known ones are offered while typing, anything else may be added in own words. */
export function SkillCombobox({
  onAdd,
  known,
}: {
  onAdd: (skill: { skillId: string; name: string }) => void;
  known: ReadonlySet<string>;
}) {
  const id = useId();
  const [text, setText] = useState("");
  const [options, setOptions] = useState<Option[]>([]);
  const [active, setActive] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const [announcement, announce] = useState("");
  const asked = useRef("");

  useEffect(() => {
    const typed = text.trim();
    asked.current = typed;
    if (typed === "") {
      setOptions([]);
      return;
    }
    const timer = setTimeout(async () => {
      const result = await suggestSkillsAction({ text: typed });
      if (asked.current !== typed || !result.ok) return;
      setOptions(withOwn(result.data.skills, typed));
      setActive(0);
    }, 120);
    return () => clearTimeout(timer);
  }, [text]);

  const add = (option: Option) => {
    announce(known.has(option.skillId) ? `${option.name} is there already` : `Added ${option.name}`);
    onAdd(option);
    setText("");
    setOptions([]);
    setIsOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((index) => (options.length === 0 ? 0 : (index + step + options.length) % options.length));
    } else if (event.key === "Enter" && text.trim() !== "" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      // Faster than the answer: what was typed is added as it stands, under its known name if it has one.
      const isFresh = options.some((option) => option.name.toLowerCase().includes(text.trim().toLowerCase()));
      const option = isFresh ? options[active] : undefined;
      if (option) add(option);
      else addTyped();
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setIsOpen(false);
    }
  };
  const addTyped = async () => {
    const typed = text.trim();
    const result = await suggestSkillsAction({ text: typed });
    add((result.ok && withOwn(result.data.skills, typed)[0]) || own(typed));
  };

  const isShown = isOpen && options.length > 0;
  return (
    <div className="relative max-w-sm space-y-1.5">
      <Label htmlFor={`${id}-input`}>Add a skill</Label>
      <input
        id={`${id}-input`}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown ? `${id}-${active}` : undefined}
        autoComplete="off"
        maxLength={80}
        placeholder="TypeScript, Kubernetes…"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
        className={cn(controlClasses, "h-8 px-2.5 coarse:h-11")}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Skills to add"
        className={cn(
          "absolute top-full right-0 left-0 z-20 mt-1 overflow-hidden rounded-lg border border-border bg-raised p-1 shadow-overlay",
          !isShown && "hidden",
        )}
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
          <div
            key={option.skillId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(option)}
            className={cn(
              "flex cursor-pointer items-center justify-between gap-3 rounded-md px-2 py-1.5 coarse:py-3",
              index === active ? "bg-hover" : "hover:bg-hover",
            )}
          >
            <span className="truncate">{option.name}</span>
            <span className="shrink-0 text-muted text-xs">{known.has(option.skillId) ? "added" : option.kind}</span>
          </div>
        ))}
      </div>
      <span role="status" className="sr-only">
        {announcement}
      </span>
    </div>
  );
}

function own(typed: string): Option {
  return { skillId: `custom:${typed.toLowerCase()}`.slice(0, 80), name: typed, kind: "your own words" };
}

function withOwn(skills: Option[], typed: string): Option[] {
  const isKnown = skills.some(({ name }) => name.toLowerCase() === typed.toLowerCase());
  return isKnown ? skills : [...skills, own(typed)];
}
