"use client";

import { ArrowLeft, ArrowRight } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ProfileFacts } from "@/db/schema/shapes";
import { type CvDraft, CvIntake } from "./cv-intake";
import { ReviewForm } from "./review-form";
import { Steps } from "./steps";

/** CV, then review; the first search is a page of its own, so that a reload finds it again. */
export function OnboardingFlow({ emptyFacts, version }: { emptyFacts: ProfileFacts; version: number }) {
  const router = useRouter();
  const [draft, setDraft] = useState<CvDraft>();
  const [isReviewing, setIsReviewing] = useState(false);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    headingRef.current?.focus();
    window.scrollTo({ top: 0 });
  }, [isReviewing]);

  const review = (next: CvDraft) => {
    setDraft(next);
    setIsReviewing(true);
  };
  return (
    <div className="space-y-6">
      <Steps current={isReviewing ? 2 : 1} />
      {isReviewing && draft ? (
        <>
          <div>
            <h1 ref={headingRef} tabIndex={-1} className="font-semibold text-xl">
              {draft.cvText ? "Is this right?" : "Tell JOBA about your work"}
            </h1>
            <p className="mt-0.5 max-w-2xl text-muted">
              {draft.cvText
                ? "What was understood, the unsure things first. Change anything; everything can be changed later too."
                : "A title and your main skills are enough to begin. Everything can be added later."}
            </p>
          </div>
          <ReviewForm
            draft={draft}
            version={version}
            onSaved={() => router.push("/onboarding/search" as Route)}
            back={
              <Button variant="ghost" onClick={() => setIsReviewing(false)}>
                <ArrowLeft aria-hidden /> {draft.cvText ? "Another CV" : "Back"}
              </Button>
            }
          />
        </>
      ) : (
        <>
          <div>
            <h1 ref={headingRef} tabIndex={-1} className="font-semibold text-xl">
              Start with your CV
            </h1>
            <p className="mt-0.5 max-w-2xl text-muted">
              JOBA ranks jobs by what you have done and shows why. You see and correct everything before it is saved.
            </p>
          </div>
          <CvIntake onDraft={review} />
          <div className="flex flex-wrap items-center justify-between gap-3 border-border border-t pt-4">
            {draft ? (
              <Button variant="ghost" onClick={() => setIsReviewing(true)}>
                Back to the review
              </Button>
            ) : (
              <p className="text-muted">No CV at hand?</p>
            )}
            <Button onClick={() => review({ facts: emptyFacts, cvText: "", cvFileName: null })}>
              Start without a CV <ArrowRight aria-hidden />
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
