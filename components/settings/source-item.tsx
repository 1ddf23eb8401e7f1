import { ExternalLink } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { type Reading, SourceHealth } from "./source-health";
import { SourceKey } from "./source-key";
import { SourceSwitch } from "./source-switch";

export interface SourceItemProps {
  source: {
    id: string;
    name: string;
    homepage: string;
    terms: string;
    scope: "companies" | "market";
    auth: "none" | "key";
    isEnabled: boolean;
    hasKey: boolean;
    offReason?: string;
    canChange: boolean;
    readings: Reading[];
  };
}

export function SourceItem({ source }: SourceItemProps) {
  const { id, name, homepage, terms, scope, auth, isEnabled, hasKey, offReason, canChange, readings } = source;
  const needsKey = auth === "key" && !hasKey;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 id={`source-${id}`} className="font-medium">
          {name}
        </h3>
        <Badge tone={!offReason ? "positive" : isEnabled && needsKey ? "warning" : "neutral"}>
          {!offReason ? "on" : isEnabled && needsKey ? "needs a key" : "off"}
        </Badge>
        <Badge tone="outline">{scope === "companies" ? "company boards" : "whole market"}</Badge>
      </div>
      <SourceSwitch
        sourceId={id}
        name={name}
        isEnabled={isEnabled}
        isDisabled={!canChange}
        describedBy={`terms-${id}`}
      />
      <div className="col-span-2 mt-1 space-y-2.5">
        <p id={`terms-${id}`} className="max-w-prose text-muted text-sm">
          {terms}{" "}
          {!new URL(homepage).hostname.endsWith(".example") && (
            <a
              href={homepage}
              target="_blank"
              rel="noreferrer"
              className="inline-flex items-center gap-1 whitespace-nowrap rounded-sm text-accent-text underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
            >
              {new URL(homepage).hostname.replace(/^www\./, "")}
              <ExternalLink aria-hidden className="size-3" />
              <span className="sr-only">(opens in a new tab)</span>
            </a>
          )}
        </p>
        {auth === "key" && <SourceKey sourceId={id} name={name} hasKey={hasKey} isDisabled={!canChange} />}
        <SourceHealth readings={readings} />
      </div>
    </li>
  );
}
