"use client";

import { useState } from "react";
import type { ProfileFacts } from "@/db/schema/shapes";
import { BasicsEditor } from "./basics-editor";
import { EducationEditor } from "./education-editor";
import { FactCard } from "./fact-card";
import { LanguagesEditor } from "./languages-editor";
import { LocationsEditor } from "./locations-editor";
import { RolesEditor } from "./roles-editor";
import { SkillsEditor } from "./skills-editor";
import type { EditFacts } from "./use-facts";

export interface EditorProps {
  facts: ProfileFacts;
  edit: EditFacts;
  /** The text evidence quotes; empty without a CV. */
  cvText: string;
}

const CARDS = [
  {
    id: "basics",
    title: "What you are",
    description: "Titles and level decide most about which jobs fit.",
    fields: ["titles", "seniority", "yearsOfExperience"],
    Editor: BasicsEditor,
  },
  {
    id: "skills",
    title: "Skills",
    description: "Open one to see where the CV says so.",
    fields: ["skills"],
    Editor: SkillsEditor,
  },
  {
    id: "roles",
    title: "Roles",
    description: "Dates make a skill count more: they say how long and how recently.",
    fields: ["roles"],
    Editor: RolesEditor,
  },
  { id: "education", title: "Education", fields: ["education"], Editor: EducationEditor },
  {
    id: "languages",
    title: "Languages",
    description: "Jobs that need a language are checked against these.",
    fields: ["languages"],
    Editor: LanguagesEditor,
  },
  {
    id: "locations",
    title: "Where you live",
    description: "City and country are enough. JOBA keeps no street.",
    fields: ["locations"],
    Editor: LocationsEditor,
  },
] as const;

/** Every fact, editable in place. `isUnsureFirst` puts what the reader was least sure of on top. */
export function FactsEditor({ isUnsureFirst = false, ...props }: EditorProps & { isUnsureFirst?: boolean }) {
  const { facts } = props;
  // Ordered once: cards must not move while somebody edits them.
  const [cards] = useState(() =>
    isUnsureFirst ? [...CARDS].sort((a, b) => rank(facts, a.fields) - rank(facts, b.fields)) : CARDS,
  );
  return (
    <div className="space-y-4">
      {cards.map(({ id, title, fields, Editor, ...card }) => (
        <FactCard
          key={id}
          title={title}
          description={"description" in card ? card.description : undefined}
          confidence={fields.length === 1 ? facts.confidence[fields[0]] : undefined}
        >
          <Editor {...props} />
        </FactCard>
      ))}
    </div>
  );
}

/** Rounded, so that what is about equally sure keeps its natural order. */
function rank(facts: ProfileFacts, fields: readonly string[]): number {
  return Math.round(Math.min(...fields.map((field) => facts.confidence[field] ?? 1)) * 4);
}
