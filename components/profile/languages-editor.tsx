"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { ProfileFacts } from "@/db/schema/shapes";
import { LANGUAGE_NAMES } from "@/lib/profiles/languages";
import type { EditorProps } from "./facts-editor";
import { LANGUAGE_LEVEL_LABELS } from "./labels";

type Language = ProfileFacts["languages"][number];

export function LanguagesEditor({ facts: { languages }, edit }: EditorProps) {
  const change = (index: number, patch: Partial<Language>) =>
    edit({ languages: languages.map((language, at) => (at === index ? { ...language, ...patch } : language)) });
  const unused = [...LANGUAGE_NAMES].find(([code]) => !languages.some((language) => language.code === code));
  return (
    <div className="space-y-3">
      {languages.length === 0 && <p className="text-muted">No languages yet.</p>}
      <ul className="space-y-2">
        {languages.map(({ code, name, level }, index) => (
          <li key={code} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2 sm:max-w-md">
            <Select
              aria-label={`Language ${index + 1}`}
              value={code}
              onChange={({ target }) =>
                change(index, { code: target.value, name: LANGUAGE_NAMES.get(target.value) ?? target.value })
              }
            >
              {!LANGUAGE_NAMES.has(code) && <option value={code}>{name}</option>}
              {[...LANGUAGE_NAMES].map(([option, label]) => (
                <option
                  key={option}
                  value={option}
                  disabled={option !== code && languages.some((language) => language.code === option)}
                >
                  {label}
                </option>
              ))}
            </Select>
            <Select
              aria-label={`Level of ${name}`}
              value={level}
              onChange={({ target }) => change(index, { level: target.value as Language["level"] })}
            >
              {Object.entries(LANGUAGE_LEVEL_LABELS).map(([option, label]) => (
                <option key={option} value={option}>
                  {label}
                </option>
              ))}
            </Select>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Remove ${name}`}
              onClick={() => edit({ languages: languages.filter((_, at) => at !== index) })}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      {unused && (
        <Button
          size="sm"
          onClick={() =>
            edit({ languages: [...languages, { code: unused[0], name: unused[1], level: "professional" }] })
          }
        >
          <Plus aria-hidden /> Add a language
        </Button>
      )}
    </div>
  );
}
