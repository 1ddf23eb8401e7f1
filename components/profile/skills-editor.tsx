"use client";

import { useState } from "react";
import type { ProfileSkill } from "@/db/schema/shapes";
import type { EditorProps } from "./facts-editor";
import { SkillChip } from "./skill-chip";
import { SkillCombobox } from "./skill-combobox";

const SHOWN = 30;

export function SkillsEditor({ facts: { skills }, edit, cvText }: EditorProps) {
  const [isOpen, setIsOpen] = useState(false);
  const visible = isOpen ? skills : skills.slice(0, SHOWN);
  const change = (skill: ProfileSkill) =>
    edit({ skills: skills.map((other) => (other.skillId === skill.skillId ? skill : other)) });
  const remove = (skill: ProfileSkill) => edit({ skills: skills.filter((other) => other !== skill) });
  const add = ({ skillId, name }: { skillId: string; name: string }) => {
    if (skills.some((other) => other.skillId === skillId)) return;
    edit({ skills: [{ skillId, name, evidence: [], confidence: 1 }, ...skills] });
  };
  return (
    <div className="space-y-3">
      <SkillCombobox onAdd={add} known={new Set(skills.map(({ skillId }) => skillId))} />
      {skills.length === 0 ? (
        <p className="text-muted">No skills yet. Type one above; ten or more make good matches.</p>
      ) : (
        <ul aria-label="Your skills" className="flex flex-wrap gap-1.5">
          {visible.map((skill) => (
            <li key={skill.skillId} className="min-w-0">
              <SkillChip skill={skill} cvText={cvText} onChange={change} onRemove={() => remove(skill)} />
            </li>
          ))}
        </ul>
      )}
      {skills.length > SHOWN && (
        <button
          type="button"
          onClick={() => setIsOpen(!isOpen)}
          className="touch-target font-medium text-accent-text text-sm hover:underline"
        >
          {isOpen ? "Show fewer" : `Show all ${skills.length}`}
        </button>
      )}
    </div>
  );
}
