import "server-only";
import ipaddr from "ipaddr.js";
import { env } from "@/lib/env";

/** Set once the server hook (lib/walls/server.ts) appends the peer's address to X-Forwarded-For, as a proxy would. */
export const PEER_APPENDED = Symbol.for("joba.peer-appended");

/**
 * The visitor's address. Each proxy appends whom it heard from, so the entry that counts stands TRUST_PROXY places from
 * the right; what a client wrote itself stands further left and is never believed. "direct" when nothing is known.
 */
export function clientAddress(headers: Headers): string {
  const chain = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  // Vercel writes the header itself and keeps nothing of the client's.
  if (env.VERCEL) return readable(chain[0]);
  const isPeerLast = Boolean((globalThis as { [key: symbol]: unknown })[PEER_APPENDED]);
  const places = isPeerLast ? Math.min(env.TRUST_PROXY + 1, chain.length) : env.TRUST_PROXY;
  return places > 0 ? readable(chain.at(-places)) : "direct";
}

/** What is counted together: one IPv4 address, or the /64 an IPv6 customer holds. */
export function addressKey(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

function readable(entry: string | undefined): string {
  const bare = entry?.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  return bare && ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : "direct";
}
