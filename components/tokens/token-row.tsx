import { KeyRound } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { ApiScope } from "@/db/schema/vocabulary";
import { RevokeTokenButton } from "./revoke-token-button";
import { scopeSummary } from "./scopes";

export interface TokenRowProps {
  token: {
    id: string;
    name: string;
    prefix: string;
    scopes: readonly ApiScope[];
    createdAt: Date;
    expiresAt: Date;
    lastUsedAt: Date | null;
    isExpired: boolean;
  };
}

export function TokenRow({ token }: TokenRowProps) {
  const { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt, isExpired } = token;
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <KeyRound aria-hidden className="mt-0.5 size-4.5 shrink-0 self-start text-muted" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 space-y-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
          <span className="wrap-anywhere">{name || "Unnamed"}</span>
          <code className="font-mono text-muted text-sm">{prefix}…</code>
          {isExpired && <Badge tone="warning">Expired</Badge>}
        </p>
        <p className="text-muted text-sm">
          {scopeSummary(scopes)} · made <Time at={createdAt} /> ·{" "}
          {lastUsedAt ? (
            <>
              last used <Time at={lastUsedAt} />
            </>
          ) : (
            "never used"
          )}{" "}
          · {isExpired ? "expired" : "expires"} <Time at={expiresAt} format="date" />
        </p>
      </div>
      <RevokeTokenButton id={id} name={name || "Unnamed"} />
    </li>
  );
}
