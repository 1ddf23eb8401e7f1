"use client";

import { CircleAlert, FileUp, LoaderCircle } from "lucide-react";
import { type DragEvent, useId, useRef, useState, useTransition } from "react";
import { importCvAction, pasteCvAction } from "@/app/(app)/profile/actions";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { ProfileFacts } from "@/db/schema/shapes";
import type { ActionResult } from "@/lib/actions";
import { CV_ACCEPT, CV_TOO_LARGE, MAX_CV_BYTES } from "@/lib/profiles/limits";
import { cn } from "@/lib/utils";

export interface CvDraft {
  facts: ProfileFacts;
  cvText: string;
  cvFileName: string | null;
}

/** Takes a CV as a file or as text and hands on what was understood. Nothing is saved here. */
export function CvIntake({ onDraft }: { onDraft: (draft: CvDraft) => void }) {
  const id = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, start] = useTransition();

  const read = (ask: () => Promise<ActionResult<CvDraft>>) =>
    start(async () => {
      setError(undefined);
      try {
        const result = await ask();
        if (result.ok) onDraft(result.data);
        else setError(result.error.fields?.file?.[0] ?? result.error.fields?.text?.[0] ?? result.error.message);
      } catch {
        // Never reached the action: too large for the server in between, or no connection.
        setError(
          "The file did not arrive. If it is larger than 5 MB, export it without pictures; otherwise try again.",
        );
      }
    });
  const take = (file: File | undefined) => {
    if (!file || isBusy) return;
    if (inputRef.current) inputRef.current.value = "";
    if (file.size > MAX_CV_BYTES) {
      setError(CV_TOO_LARGE);
      return;
    }
    const form = new FormData();
    form.set("file", file);
    read(() => importCvAction(form));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <div className="space-y-4">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
        className={cn(
          "flex flex-col items-center gap-3 rounded-lg border border-control border-dashed bg-surface px-6 py-10 text-center transition-colors",
          isOver && "border-accent bg-accent-soft",
        )}
      >
        {isBusy ? (
          <LoaderCircle aria-hidden className="size-6 animate-spin text-muted" />
        ) : (
          <FileUp aria-hidden className="size-6 text-muted" strokeWidth={1.75} />
        )}
        <div>
          <p className="font-medium">{isBusy ? "Reading your CV…" : "Drop your CV here"}</p>
          <p className="text-muted text-sm">PDF, DOCX, Markdown, plain text or JSON Resume, up to 5 MB</p>
        </div>
        <Button variant="primary" onClick={() => inputRef.current?.click()} aria-disabled={isBusy || undefined}>
          Choose a file
        </Button>
        <input
          ref={inputRef}
          type="file"
          accept={CV_ACCEPT}
          aria-label="CV file"
          tabIndex={-1}
          onChange={({ target }) => take(target.files?.[0])}
          className="sr-only"
        />
      </div>
      <div role="alert" className={error ? undefined : "hidden"}>
        {error && (
          <p className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger">
            <CircleAlert aria-hidden className="mt-[3px] size-4 shrink-0" />
            {error}
          </p>
        )}
      </div>
      <span role="status" className="sr-only">
        {isBusy ? "Reading your CV" : ""}
      </span>
      <div className="space-y-2">
        <Label htmlFor={id}>Or paste its text</Label>
        <Textarea
          id={id}
          rows={5}
          className="max-h-80"
          value={text}
          maxLength={200_000}
          placeholder="Everything: titles, dates, what you did, skills, education, languages"
          onChange={({ target }) => setText(target.value)}
        />
        <Button
          onClick={() => !isBusy && read(() => pasteCvAction({ text }))}
          disabled={text.trim() === ""}
          aria-disabled={isBusy || undefined}
        >
          Read this text
        </Button>
      </div>
      <p className="text-muted text-sm">
        Read on this JOBA itself, by rules, without AI or any other service. Phone number, street, birth date, photo and
        family are left out and never stored.
      </p>
    </div>
  );
}
