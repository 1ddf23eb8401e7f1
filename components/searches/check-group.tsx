import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/lib/utils";

/** Several of a few; posts each checked value as `name[]`. */
export function CheckGroup({
  name,
  label,
  hint,
  options,
  selected,
  className,
}: {
  name: string;
  label: string;
  hint?: string;
  options: { value: string; label: string }[];
  selected: readonly string[];
  className?: string;
}) {
  const id = useId();
  return (
    <fieldset className={cn("min-w-0 space-y-2", className)} aria-describedby={hint && id}>
      <legend className="font-medium text-sm text-text">{label}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: Checkbox renders the input
          <label key={option.value} className="inline-flex cursor-pointer items-center gap-2">
            <Checkbox name={`${name}[]`} value={option.value} defaultChecked={selected.includes(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
      {hint && (
        <p id={id} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
