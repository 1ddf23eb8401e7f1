"use client";

import { useState } from "react";
import { toast } from "sonner";
import { saveProfileAction } from "@/app/(app)/profile/actions";
import { ActionForm } from "@/components/form/action-form";
import type { ProfileFacts } from "@/db/schema/shapes";
import { needsCheck } from "./confidence";
import { FactsEditor } from "./facts-editor";
import type { TabFormProps } from "./profile-tabs";
import { ReimportDialog } from "./reimport-dialog";
import { SaveBar } from "./save-bar";
import { useFacts } from "./use-facts";

export function FactsForm({ saved, onSaved }: TabFormProps) {
  const { facts, edit, replace } = useFacts(saved.facts);
  const [cv, setCv] = useState({ cvText: saved.cvText, cvFileName: saved.cvFileName });
  const isDirty = facts !== saved.facts || cv.cvText !== saved.cvText;
  const save = async () => {
    const isNewCv = cv.cvText !== saved.cvText;
    const result = await saveProfileAction({ facts, version: saved.version, ...(isNewCv && cv) });
    if (result.ok) {
      replace((current) => (current === facts ? result.data.facts : current));
      onSaved({ ...result.data, ...cv });
    }
    return result;
  };
  return (
    <ActionForm
      action={save}
      className="space-y-4"
      onSuccess={() => toast.success("Saved. Your matches are being computed anew.")}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 text-muted">
          {cv.cvText === "" ? (
            "Typed by you. A CV adds evidence to each skill."
          ) : (
            <>
              Read from <span className="wrap-anywhere text-text">{cv.cvFileName ?? "pasted text"}</span>
            </>
          )}
        </p>
        <ReimportDialog
          facts={facts}
          hasCv={cv.cvText !== ""}
          onTake={(merged, draft) => {
            replace(merged);
            setCv({ cvText: draft.cvText, cvFileName: draft.cvFileName });
          }}
        />
      </div>
      <FactsEditor key={cv.cvText.length} facts={withDoubtsOnly(facts)} edit={edit} cvText={cv.cvText} />
      <SaveBar isDirty={isDirty} />
    </ActionForm>
  );
}

/** What was found and confirmed needs no praise each day; only doubts are worth a mark. */
function withDoubtsOnly(facts: ProfileFacts): ProfileFacts {
  const doubts = Object.entries(facts.confidence).filter(([, value]) => value > 0 && needsCheck(value));
  return { ...facts, confidence: Object.fromEntries(doubts) };
}
