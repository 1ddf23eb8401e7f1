import { request } from "node:http";

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  /** The path that was asked for, for messages. */
  path: string;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  timeoutMs?: number;
}

/** One request exactly as written: no normalised path, no followed redirect, no forbidden header. */
export function ask(base: string, path: string, { method = "GET", headers = {}, body, timeoutMs }: Question = {}) {
  const { hostname, port } = new URL(base);
  return new Promise<Answer>((resolve, reject) => {
    const call = request(
      {
        hostname,
        port,
        path,
        method,
        headers: { host: `localhost:${port}`, ...(body && { "content-length": Buffer.byteLength(body) }), ...headers },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString("utf8"),
            path,
          }),
        );
      },
    );
    // An accepted upgrade never ends by itself; whatever came with it is the answer.
    call.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 101, headers: response.headers, body: "", path });
    });
    call.setTimeout(timeoutMs ?? 30_000, () => call.destroy(new Error(`no answer from ${method} ${path}`)));
    // Hung up on without a word: nothing was given away. Whether the server lives is asked at the end.
    call.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" ? resolve({ status: 0, headers: {}, body: "", path }) : reject(error),
    );
    call.end(body);
  });
}

export const json = (value: unknown, headers: Record<string, string> = {}): Question => ({
  body: JSON.stringify(value),
  headers: { "content-type": "application/json", ...headers },
});

/** Asks many, a few at a time, so that the server's own limits are what is tested. */
export async function inTurn<T>(items: readonly T[], run: (item: T) => Promise<void>, width = 8): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await run(item);
    }),
  );
}
