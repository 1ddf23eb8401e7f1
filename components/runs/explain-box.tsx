"use client";

import { CircleCheck, CircleSlash, EyeOff, SearchX } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { explainPostingAction } from "@/app/(app)/searches/actions";
import { ActionForm } from "@/components/form/action-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Explanation } from "@/lib/runs/answers";

const LOOK = {
  listed: { icon: CircleCheck, color: "text-positive" },
  hidden: { icon: EyeOff, color: "text-muted" },
  dropped: { icon: CircleSlash, color: "text-warning" },
  unknown: { icon: SearchX, color: "text-muted" },
} as const;

/** "Why is it not here?" for any posting, by address, title or company. */
export function ExplainBox() {
  const [answers, setAnswers] = useState<Explanation[]>([]);
  return (
    <Card>
      <CardHeader>
        <CardTitle>Why is it not here?</CardTitle>
        <CardDescription>
          Ask for any posting you saw elsewhere, by its address or by words of its title and company.
        </CardDescription>
      </CardHeader>
      <CardContent>
        <ActionForm action={explainPostingAction} onSuccess={(data) => setAnswers(data.answers)} className="space-y-0">
          <Field name="query" label="Address, title or company" className="[&>div:first-child]:sr-only">
            <div className="flex gap-2">
              <Input placeholder="https://… or “Staff Engineer Acme”" autoComplete="off" maxLength={2000} />
              <SubmitButton variant="secondary" busyLabel="Looking…">
                Ask
              </SubmitButton>
            </div>
          </Field>
        </ActionForm>
        <ul aria-live="polite" className={answers.length > 0 ? "mt-4 space-y-3" : "sr-only"}>
          {answers.map((answer, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: answers come and go together and hold no state
            <Answer key={index} answer={answer} />
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}

function Answer({ answer }: { answer: Explanation }) {
  const { icon: Icon, color } = LOOK[answer.verdict];
  return (
    <li className="flex items-start gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${color}`} />
      <div className="min-w-0">
        {answer.title && (
          <p className="wrap-anywhere font-medium">
            {answer.title}
            {answer.companyName && <span className="font-normal text-muted"> at {answer.companyName}</span>}
          </p>
        )}
        <p className="wrap-anywhere">
          {answer.answer}{" "}
          {answer.jobId && (
            <Link
              href={`/jobs/${answer.jobId}` as Route}
              className="text-accent-text underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
            >
              Open the job
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}
