import { LoaderCircle } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { RunStatus } from "@/db/schema/vocabulary";

const LOOK = {
  queued: { tone: "info", text: "waiting" },
  running: { tone: "accent", text: "running" },
  finished: { tone: "positive", text: "finished" },
  failed: { tone: "danger", text: "failed" },
  canceled: { tone: "neutral", text: "canceled" },
} as const;

export function RunStatusBadge({ status }: { status: RunStatus }) {
  const { tone, text } = LOOK[status];
  return (
    <Badge tone={tone}>
      {status === "running" && <LoaderCircle aria-hidden className="animate-spin motion-reduce:animate-none" />}
      {text}
    </Badge>
  );
}
