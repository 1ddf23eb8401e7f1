import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedRequest {
  key: string | undefined;
  authorization: string | undefined;
  body: { from: string; to: string[]; subject: string; html: string; text: string; headers?: Record<string, string> };
}

/** What the next request meets. "lost" takes the mail and drops the connection before answering. */
export type ResendFault = "lost" | "hang-up" | { status: number; name: string; message: string; retryAfter?: string };

export interface StartedResend {
  url: string;
  requests: ReceivedRequest[];
  /** Mails taken: one per Idempotency-Key, as the real one promises for 24 hours. */
  accepted: ReceivedRequest[];
  faults: ResendFault[];
  close(): Promise<void>;
}

/** Resend's `POST /emails` on loopback, as far as its public documentation says. */
export async function startResend(): Promise<StartedResend> {
  const taken = new Map<string, { id: string; body: string }>();
  const state: StartedResend = { url: "", requests: [], accepted: [], faults: [], close: async () => {} };
  const take = (request: ReceivedRequest) => {
    const key = request.key ?? randomUUID();
    const known = taken.get(key);
    if (known) return known;
    const made = { id: randomUUID(), body: JSON.stringify(request.body) };
    taken.set(key, made);
    state.accepted.push(request);
    return made;
  };
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const reply = (status: number, value: object, headers = {}) =>
        response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
      if (incoming.method !== "POST" || incoming.url !== "/emails") return reply(404, { name: "not_found" });
      const request: ReceivedRequest = {
        key: incoming.headers["idempotency-key"]?.toString(),
        authorization: incoming.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      };
      state.requests.push(request);
      const fault = state.faults.shift();
      if (fault === "hang-up") return response.destroy();
      if (fault === "lost") {
        take(request);
        return response.destroy();
      }
      if (fault) {
        const { status, name, message, retryAfter } = fault;
        return reply(status, { statusCode: status, name, message }, retryAfter ? { "retry-after": retryAfter } : {});
      }
      const { id, body } = take(request);
      return body === JSON.stringify(request.body)
        ? reply(200, { id })
        : reply(409, { statusCode: 409, name: "invalid_idempotent_request", message: "The body changed" });
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(() => done()));
  };
  return state;
}
