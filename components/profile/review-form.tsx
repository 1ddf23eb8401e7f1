"use client";

import type { ReactNode } from "react";
import { saveProfileAction } from "@/app/(app)/profile/actions";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { needsCheck } from "./confidence";
import type { CvDraft } from "./cv-intake";
import { FactsEditor } from "./facts-editor";
import { useFacts } from "./use-facts";

/** What was understood, open to correction, saved as a whole. */
export function ReviewForm({
  draft,
  version,
  onSaved,
  back,
}: {
  draft: CvDraft;
  version: number;
  onSaved: () => void;
  back: ReactNode;
}) {
  const { facts, edit } = useFacts(draft.facts);
  const { cvText, cvFileName } = draft;
  const unsure = ["titles", "seniority", "yearsOfExperience", "skills", "roles", "education", "languages", "locations"]
    .map((field) => facts.confidence[field])
    .filter(needsCheck).length;
  const save = () => saveProfileAction({ facts, cvText, cvFileName, version });
  return (
    <ActionForm action={save} onSuccess={onSaved} className="space-y-5">
      <FactsEditor facts={facts} edit={edit} cvText={cvText} isUnsureFirst={cvText !== ""} />
      <div className="sticky bottom-(--tabbar-height) z-10 -mx-4 flex flex-wrap items-center justify-between gap-3 border-border border-t bg-background/95 px-4 py-3 backdrop-blur-sm">
        {back}
        <div className="flex items-center gap-3">
          {cvText !== "" && unsure > 0 && (
            <span className="text-muted text-sm max-sm:hidden">
              {unsure === 1 ? "One thing to check" : `${unsure} things to check`}
            </span>
          )}
          <SubmitButton size="lg" busyLabel="Saving…">
            Save and continue
          </SubmitButton>
        </div>
      </div>
    </ActionForm>
  );
}
