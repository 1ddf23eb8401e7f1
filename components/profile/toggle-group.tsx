import { useId } from "react";
import { Chip } from "@/components/ui/chip";

/** Several of a few, as chips that are on or off. */
export function ToggleGroup<V extends string>({
  label,
  hint,
  options,
  selected,
  onChange,
  className,
}: {
  label: string;
  hint?: string;
  options: Readonly<Record<V, string>>;
  selected: readonly string[];
  onChange: (selected: V[]) => void;
  className?: string;
}) {
  const id = useId();
  const values = Object.keys(options) as V[];
  return (
    <fieldset className={className} aria-describedby={hint ? id : undefined}>
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {values.map((value) => {
          const isSelected = selected.includes(value);
          return (
            <Chip
              key={value}
              isSelected={isSelected}
              onClick={() => onChange(values.filter((one) => (one === value ? !isSelected : selected.includes(one))))}
            >
              {options[value]}
            </Chip>
          );
        })}
      </div>
      {hint && (
        <p id={id} className="mt-1.5 text-muted text-sm">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
