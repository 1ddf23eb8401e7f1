import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerWithFault, type Fault, type FaultKind, send } from "./faults";
import type { ReplayPosting } from "./postings";
import type { Answer, Asked, Shape } from "./shape";
import { ashby, greenhouse, lever } from "./shapes/boards";
import { remoteok, remotive, weworkremotely } from "./shapes/feeds";
import { glassdoor } from "./shapes/glassdoor";
import { hackernews } from "./shapes/hackernews";
import { indeed } from "./shapes/indeed";
import { linkedin } from "./shapes/linkedin";

/** The networked sources, in the shapes recorded for them. */
const SHAPES = {
  linkedin,
  indeed,
  glassdoor,
  greenhouse,
  lever,
  ashby,
  remoteok,
  remotive,
  weworkremotely,
  hackernews,
} as const satisfies Record<string, Shape>;

export type ReplaySourceId = keyof typeof SHAPES;
export const REPLAY_SOURCE_IDS = Object.keys(SHAPES) as ReplaySourceId[];

export interface ReplayOptions {
  /** Postings per source: one number for all, or by source. */
  size?: number | Partial<Record<ReplaySourceId, number>>;
  /** What "3 days ago" counts from. */
  now?: Date;
  /** Port of the front address; the sources' own ports are always free ones. */
  port?: number;
}

interface ReplayRequest {
  sourceId: ReplaySourceId;
  method: string;
  /** With its query. */
  path: string;
  at: number;
  fault?: FaultKind;
}

export interface ReplayServer {
  /** Serves every source under `/<sourceId>`. */
  origin: string;
  /** Each source on a port of its own, for SOURCE_ORIGIN_<ID>. */
  origins: Record<ReplaySourceId, string>;
  /** The same as environment variables. */
  env: Record<string, string>;
  /** Company boards that exist; every other token is unknown. */
  boards: Partial<Record<ReplaySourceId, readonly string[]>>;
  /** External ids a complete crawl must find, each once. */
  expected: Record<ReplaySourceId, string[]>;
  inject(sourceId: ReplaySourceId, fault: FaultKind | Fault | undefined): void;
  /** Oldest first. */
  requests: ReplayRequest[];
  close(): Promise<void>;
}

/** Starts the ten boards on loopback. Deterministic: the same options give the same postings. */
export async function startReplayServer({
  size,
  now = new Date(),
  port = 0,
}: ReplayOptions = {}): Promise<ReplayServer> {
  const postings = byId((id) =>
    SHAPES[id].postings(typeof size === "number" ? size : (size?.[id] ?? SHAPES[id].size), now),
  );
  const faults = new Map<ReplaySourceId, Fault>();
  const requests: ReplayRequest[] = [];
  const boards = Object.fromEntries(
    REPLAY_SOURCE_IDS.map((id) => [id, (SHAPES[id] as Shape).boards]).filter(([, list]) => list),
  );

  const serve =
    (sourceId: ReplaySourceId, path: string) => async (request: IncomingMessage, response: ServerResponse) => {
      const asked = await readAsked(request, path);
      const fault = takeFault(faults, sourceId, path);
      requests.push({ sourceId, method: asked.method, path, at: Date.now(), ...(fault && { fault: fault.kind }) });
      const answer = answerOf(sourceId, asked, fault?.kind === "empty_list" ? [] : postings[sourceId], now);
      if (fault && fault.kind !== "empty_list") await answerWithFault(response, fault, answer);
      else if (answer) send(response, answer.status, answer.type, answer.body, answer.headers);
      else send(response, 404, "text/plain", "Not Found");
    };

  const servers: Server[] = [];
  const listen = async (handle: (request: IncomingMessage, response: ServerResponse) => void, at: number) => {
    const server = createServer(handle);
    servers.push(server);
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(at, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const origin = await listen((request, response) => {
    const [, id = "", rest = ""] = (request.url ?? "/").match(/^\/([a-z]+)(.*)$/) ?? [];
    if (!isReplaySourceId(id)) return void send(response, 404, "text/plain", "Not Found");
    void serve(id, rest.startsWith("/") ? rest : `/${rest}`)(request, response);
  }, port);
  const origins = {} as Record<ReplaySourceId, string>;
  for (const id of REPLAY_SOURCE_IDS) {
    origins[id] = await listen((request, response) => void serve(id, request.url ?? "/")(request, response), 0);
  }
  return {
    origin,
    origins,
    env: Object.fromEntries(REPLAY_SOURCE_IDS.map((id) => [`SOURCE_ORIGIN_${id.toUpperCase()}`, origins[id]])),
    boards,
    expected: byId((id) => postings[id].map((posting) => posting.id)),
    requests,
    inject(sourceId, fault) {
      if (fault === undefined) faults.delete(sourceId);
      else faults.set(sourceId, typeof fault === "string" ? { kind: fault } : { ...fault });
    },
    async close() {
      await Promise.all(servers.map(closeServer));
    },
  };
}

function answerOf(id: ReplaySourceId, asked: Asked, postings: readonly ReplayPosting[], now: Date): Answer | undefined {
  try {
    return SHAPES[id].answer(asked, postings, now);
  } catch {
    return { status: 400, type: "text/plain", body: "Bad Request" };
  }
}

function takeFault(faults: Map<ReplaySourceId, Fault>, sourceId: ReplaySourceId, path: string): Fault | undefined {
  const fault = faults.get(sourceId);
  if (!fault || (fault.path && !fault.path.test(path))) return undefined;
  if (fault.times !== undefined) {
    fault.times -= 1;
    if (fault.times <= 0) faults.delete(sourceId);
  }
  return fault;
}

async function readAsked(request: IncomingMessage, path: string): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
  const body = Buffer.concat(chunks).toString("utf8");
  return { method: request.method ?? "GET", url: new URL(path, "http://replay"), headers, body };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Stalled answers would hold the server open for ever.
    server.closeAllConnections();
  });
}

function byId<T>(read: (id: ReplaySourceId) => T): Record<ReplaySourceId, T> {
  return Object.fromEntries(REPLAY_SOURCE_IDS.map((id) => [id, read(id)])) as Record<ReplaySourceId, T>;
}

function isReplaySourceId(id: string): id is ReplaySourceId {
  return Object.hasOwn(SHAPES, id);
}
