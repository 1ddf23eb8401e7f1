"use client";

import { Field } from "@/components/ui/field";
import { Slider } from "@/components/ui/slider";
import type { Preferences } from "@/db/schema/shapes";
import { COMPONENT_IDS, type ComponentId, DEFAULT_WEIGHTS } from "@/lib/matching/weights";

const WORDS: Record<ComponentId, { label: string; hint: string }> = {
  must: { label: "Required skills", hint: "How much of what a job insists on you have shown." },
  nice: { label: "Nice-to-have skills", hint: "What it would like on top." },
  title: { label: "Kind of work", hint: "Whether the title is your kind of job." },
  seniority: { label: "Level", hint: "Junior, senior, staff: how near it is to yours." },
  text: { label: "Same words", hint: "How much the posting talks about what your CV talks about." },
  location: { label: "Place and remote", hint: "Your cities, your way of working, hours that overlap." },
  pay: { label: "Pay", hint: "Whether stated pay reaches what you want. Unstated pay counts half." },
  recency: { label: "Freshness", hint: "New postings before old ones." },
};
const MAX = 60;

/** What each part of a score is worth, next to its share of the whole. */
export function WeightSliders({
  weights,
  onChange,
}: {
  weights: Preferences["weights"];
  onChange: (weights: Preferences["weights"]) => void;
}) {
  const weightOf = (id: ComponentId) => weights[id] ?? DEFAULT_WEIGHTS[id];
  const total = COMPONENT_IDS.reduce((sum, id) => sum + weightOf(id), 0);
  return (
    <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
      {COMPONENT_IDS.map((id) => {
        const value = weightOf(id);
        const share = total > 0 ? Math.round((value / total) * 100) : 0;
        return (
          <Field
            key={id}
            name={`preferences.weights.${id}`}
            label={WORDS[id].label}
            hint={WORDS[id].hint}
            aside={
              <span className="tabular">
                {share} of 100 points{weights[id] === undefined ? "" : " · changed"}
              </span>
            }
          >
            <Slider
              min={0}
              max={MAX}
              step={1}
              value={value}
              aria-valuetext={`${share} of 100 points`}
              onValueChange={(next) => onChange(withWeight(weights, id, next))}
            />
          </Field>
        );
      })}
    </div>
  );
}

/** The default is no override, so that a better default of a later release reaches everybody who never moved it. */
function withWeight(weights: Preferences["weights"], id: ComponentId, value: number): Preferences["weights"] {
  const { [id]: _, ...others } = weights;
  return value === DEFAULT_WEIGHTS[id] ? others : { ...others, [id]: value };
}
