"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { MAX_IMPORT_BYTES } from "@/lib/account-data/limits";
import { uploadArchive } from "./upload-archive";

type State =
  | { step: "idle" }
  /** Without a share everything has arrived and is being written. */
  | { step: "busy"; share?: number }
  | { step: "done"; rows: number }
  | { step: "failed"; message: string };

export function ImportArchive() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [state, setState] = useState<State>({ step: "idle" });

  async function start(file: File | undefined) {
    if (!file) return;
    if (file.size > MAX_IMPORT_BYTES) {
      setState({ step: "failed", message: `This file is larger than ${MAX_IMPORT_BYTES / 1024 ** 2} MB` });
      return;
    }
    setState({ step: "busy", share: 0 });
    const result = await uploadArchive(file, (share) =>
      setState({ step: "busy", share: share < 1 ? share : undefined }),
    );
    setState(result.ok ? { step: "done", rows: result.rows } : { step: "failed", message: result.message });
    if (result.ok) router.refresh();
    // The same file again is a change again.
    if (input.current) input.current.value = "";
  }

  return (
    <div className="space-y-3">
      <label htmlFor={id} className="sr-only">
        Archive
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".zip,application/zip"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void start(event.target.files?.[0])}
      />
      <Button disabled={state.step === "busy"} onClick={() => input.current?.click()}>
        Choose an archive…
      </Button>
      <div aria-live="polite" className="text-sm empty:hidden">
        {state.step === "busy" && (
          <div className="max-w-sm space-y-1.5">
            <p className="text-muted">{state.share === undefined ? "Writing it into your account…" : "Uploading…"}</p>
            <Progress label="Import" value={state.share} max={1} />
          </div>
        )}
        {state.step === "failed" && (
          <p className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger">
            <CircleAlert aria-hidden className="mt-[3px] size-4 shrink-0" />
            <span className="min-w-0 break-words">{state.message}. Nothing was changed.</span>
          </p>
        )}
        {state.step === "done" && (
          <p className="flex items-start gap-2 rounded-md bg-positive-soft px-3 py-2 text-positive">
            <CircleCheck aria-hidden className="mt-[3px] size-4 shrink-0" />
            <span>
              {state.rows.toLocaleString("en")} rows are yours again.{" "}
              <Link href={"/jobs" as Route} className="font-medium underline underline-offset-4">
                To your jobs
              </Link>
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
