import { Monitor, Smartphone, SquareTerminal } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { SessionKind, SignInMethod } from "@/db/schema/vocabulary";

const ICONS = { computer: Monitor, phone: Smartphone, program: SquareTerminal } as const;

export interface SessionRowProps {
  kind: SessionKind;
  method: SignInMethod;
  device: string;
  deviceKind: keyof typeof ICONS;
  place?: string;
  signedInAt: Date;
  lastUsedAt: Date;
  isCurrent: boolean;
}

export function SessionRow({ session, children }: { session: SessionRowProps; children?: ReactNode }) {
  const { kind, device, deviceKind, place, signedInAt, lastUsedAt, isCurrent } = session;
  const Icon = ICONS[kind === "api" ? "program" : deviceKind];
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <Icon aria-hidden className="size-4.5 shrink-0 self-start text-muted mt-0.5" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
          <span className="wrap-anywhere">{device}</span>
          {isCurrent && <Badge tone="positive">This one</Badge>}
          {kind === "api" && <Badge tone="outline">API</Badge>}
        </p>
        <p className="text-muted text-sm">
          {place && <span className="wrap-anywhere">{place} · </span>}
          signed in <Time at={signedInAt} />
          {!isCurrent && (
            <>
              {" "}
              · last used <Time at={lastUsedAt} />
            </>
          )}
        </p>
      </div>
      {children}
    </li>
  );
}
