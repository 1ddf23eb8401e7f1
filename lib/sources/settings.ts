import type { SourceSetting } from "@/db/schema";
import type { SourceAdapter } from "./adapter";

/** The one source a demo visitor may use: it comes with JOBA and needs no network. */
export const DEMO_SOURCE_ID = "demo";

export interface SourceReadiness {
  isEnabled: boolean;
  hasKey: boolean;
  /** Why a run would not ask this source now; undefined when it would. One sentence for a person. */
  offReason?: string;
}

type Setting = Pick<SourceSetting, "isEnabled" | "sealedKey">;

/** Whether a source is asked: the person's choice over the source's default, a key where one is needed, and never more than the demo board in a demo. */
export function readinessOf(adapter: SourceAdapter, setting: Setting | undefined, isDemo: boolean): SourceReadiness {
  const isEnabled = setting?.isEnabled ?? adapter.defaultState === "on";
  const hasKey = Boolean(setting?.sealedKey);
  if (isDemo && adapter.id !== DEMO_SOURCE_ID) {
    return {
      isEnabled: false,
      hasKey: false,
      offReason: "The demo keeps to its own board; nothing leaves this machine",
    };
  }
  if (!isEnabled) return { isEnabled, hasKey, offReason: `${adapter.name} is switched off in your source settings` };
  if (adapter.auth === "key" && !hasKey) {
    return { isEnabled, hasKey, offReason: `${adapter.name} needs a key; add one in your source settings` };
  }
  return { isEnabled, hasKey };
}

/** Binds a sealed key to its owner and source. */
export const sourceKeyAad = (userId: string, sourceId: string) => `${userId}:source-key:${sourceId}`;
