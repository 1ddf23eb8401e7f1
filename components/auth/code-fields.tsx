"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** One input named `code`: six digits of the app, or a recovery code for whoever lost it. */
export function CodeFields({ autoFocus }: { autoFocus?: boolean }) {
  const [isRecovery, setIsRecovery] = useState(false);
  return (
    <div className="space-y-2">
      {isRecovery ? (
        <Field
          key="recovery"
          name="code"
          label="Recovery code"
          hint="One of the ten you kept. Each works once."
          isRequired
        >
          <Input
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            placeholder="xxxx-xxxx-xxxx-xxxx"
            className="font-mono"
          />
        </Field>
      ) : (
        <Field
          key="app"
          name="code"
          label="Code from your app"
          hint="Six digits; they change every half minute."
          isRequired
        >
          <Input
            autoComplete="one-time-code"
            autoFocus={autoFocus}
            inputMode="numeric"
            maxLength={8}
            className="font-mono tracking-[0.25em]"
          />
        </Field>
      )}
      <button
        type="button"
        onClick={() => setIsRecovery(!isRecovery)}
        className="rounded-sm font-medium text-accent-text text-sm underline decoration-accent/40 underline-offset-4 hover:decoration-accent coarse:min-h-11"
      >
        {isRecovery ? "Use the app instead" : "Use a recovery code"}
      </button>
    </div>
  );
}
