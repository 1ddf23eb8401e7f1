import { SOURCE_IDS, SOURCES } from "@/lib/sources/registry";

export const SOURCE_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  SOURCE_IDS.map((id) => [id, SOURCES[id].name]),
);
