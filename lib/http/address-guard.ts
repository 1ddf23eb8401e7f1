import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { HttpError } from "./errors";
import type { HttpPolicy } from "./types";

export interface Address {
  address: string;
  family: number;
}

/** Every address of a name. */
export type Resolver = (hostname: string) => Promise<Address[]>;

export const systemResolver: Resolver = (hostname) => lookup(hostname, { all: true, verbatim: true });

export interface Target {
  url: URL;
  /** The origin is a configured override, so its address is not judged. */
  isOverride: boolean;
}

const DEFAULT_PORTS = new Set(["", "80", "443"]);
const MAX_URL_LENGTH = 16_384;
const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR("2000::/3");
const NAT64 = ipaddr.parseCIDR("64:ff9b::/96");
/** Cloud metadata services that sit on a public address. */
const METADATA_SERVICES = new Set(["168.63.129.16"]);

/** Whether an address is on the open internet. Addresses that carry an IPv4 address are judged by it; text that is no address is not public. */
export function isPublicAddress(text: string): boolean {
  if (!isIP(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4)
    return address.range() === "unicast" && !METADATA_SERVICES.has(address.toString());
  if (!(address instanceof ipaddr.IPv6) || text.includes("%")) return false;
  if (address.isIPv4MappedAddress()) return isPublicAddress(address.toIPv4Address().toString());
  if (address.match(NAT64)) return isPublicAddress(address.toByteArray().slice(12).join("."));
  return address.range() === "unicast" && address.match(GLOBAL_UNICAST_V6);
}

/** Judges everything that can be judged without a network. Throws HttpError. */
export function checkUrl(text: string, policy: Pick<HttpPolicy, "hosts" | "allowedPrivateOrigins">): Target {
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text)) throw blocked("This is not a web address");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw blocked("Only http and https addresses are fetched");
  if (url.username || url.password) throw blocked(`The address of ${url.hostname} carries a user name`);
  if (policy.allowedPrivateOrigins?.includes(url.origin)) return { url, isOverride: true };
  if (!DEFAULT_PORTS.has(url.port)) throw blocked(`Port ${url.port} of ${url.hostname} is not a web port`);
  checkLiteral(url.hostname);
  if (!isAllowedHost(url.hostname, policy.hosts)) {
    throw new HttpError("host_not_allowed", `${url.hostname} is not a host this source may reach`);
  }
  return { url, isOverride: false };
}

/** Throws when a host is an IP literal off the public internet. Names pass; they are judged when they are resolved. */
export function checkLiteral(hostname: string): void {
  const literal = stripBrackets(hostname);
  if (isIP(literal) && !isPublicAddress(literal)) throw notPublic(hostname);
}

/** All addresses of a name, refused as a whole when one of them is not public. */
export async function resolvePublic(hostname: string, resolver: Resolver): Promise<Address[]> {
  const addresses = await resolveAny(hostname, resolver);
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw notPublic(hostname);
  return addresses;
}

/** All addresses of a name, whatever they are. Throws HttpError when there are none. */
export async function resolveAny(hostname: string, resolver: Resolver): Promise<Address[]> {
  const literal = stripBrackets(hostname);
  const family = isIP(literal);
  const addresses = family ? [{ address: literal, family }] : await resolver(hostname);
  if (addresses.length === 0) throw new HttpError("network", `${hostname} does not exist`);
  return addresses;
}

function stripBrackets(hostname: string): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}

function isAllowedHost(hostname: string, hosts: readonly string[]): boolean {
  return hosts.some((entry) => {
    const host = entry.toLowerCase();
    return host.startsWith("*.")
      ? hostname.endsWith(host.slice(1)) && hostname.length >= host.length
      : hostname === host;
  });
}

function notPublic(hostname: string): HttpError {
  return blocked(`${hostname} is not on the public internet`);
}

function blocked(message: string): HttpError {
  return new HttpError("blocked_address", message);
}
