import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { MailState } from "@/db/schema/vocabulary";

const STATES: Record<MailState, { label: string; tone: BadgeTone; hint: string }> = {
  sending: { label: "sending", tone: "neutral", hint: "It is on its way to the provider." },
  waiting: { label: "waits here", tone: "info", hint: "No provider is configured; open it here." },
  sent: { label: "sent", tone: "positive", hint: "The provider took it." },
  failed: { label: "not sent", tone: "danger", hint: "The provider did not take it." },
  needs_review: {
    label: "needs review",
    tone: "warning",
    hint: "It may have been sent, so it is not sent again by itself.",
  },
};

export function MessageState({ state }: { state: MailState }) {
  const { label, tone, hint } = STATES[state];
  return (
    <Badge tone={tone} title={hint}>
      {label}
    </Badge>
  );
}
