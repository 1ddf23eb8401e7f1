import type { LookupFunction } from "node:net";
import { Agent, buildConnector, type Dispatcher } from "undici";
import { checkLiteral, type Resolver, resolveAny, resolvePublic } from "./address-guard";
import { toHttpError } from "./errors";

export interface Dispatchers {
  /** `isOverride`: the origin was configured by the operator and may be private. */
  direct(isOverride: boolean): Dispatcher;
  close(): Promise<void>;
}

/**
 * Two connection pools that resolve names themselves and connect to exactly the addresses they checked.
 * They are apart so that a socket to a private override can never be reused for anything else.
 */
export function createDispatchers(resolver: Resolver, connectTimeoutMs: number): Dispatchers {
  const guarded = createAgent(connectTimeoutMs, (hostname) => resolvePublic(hostname, resolver), true);
  const open = createAgent(connectTimeoutMs, (hostname) => resolveAny(hostname, resolver), false);
  return {
    direct: (isOverride) => (isOverride ? open : guarded),
    close: async () => {
      await Promise.all([guarded.destroy(), open.destroy()]);
    },
  };
}

function createAgent(timeout: number, resolver: Resolver, isGuarded: boolean): Agent {
  const connect = buildConnector({ timeout, lookup: pinnedLookup(resolver), autoSelectFamily: true });
  return new Agent({
    keepAliveTimeout: 4_000,
    keepAliveMaxTimeout: 30_000,
    maxHeaderSize: 32_768,
    connect: (options, callback) => {
      try {
        // A socket never looks up an IP literal, so those are checked before it opens.
        if (isGuarded) checkLiteral(options.hostname);
      } catch (error) {
        callback(toHttpError(error, options.hostname), null);
        return;
      }
      connect(options, callback);
    },
  });
}

/** What the socket connects to is what was resolved here; nothing is looked up twice. */
export function pinnedLookup(resolve: Resolver): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, addresses);
        else callback(null, first?.address ?? "", first?.family);
      },
      (error) => callback(error, "", 0),
    );
  };
}
