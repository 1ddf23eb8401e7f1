import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Operation } from "@/tests/api/world";

/** The REST handlers on a real socket, without a build of the app. */
export async function serveOperations(
  operations: readonly Operation[],
): Promise<{ url: string; close: () => Promise<void> }> {
  const routes = operations
    .map(({ method, path, handler }) => ({
      method,
      handler,
      pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
    }))
    // A fixed segment wins over a parameter, as in Next.
    .sort((a, b) => Number(a.pattern.source.includes("<")) - Number(b.pattern.source.includes("<")));
  const server = createServer(async (incoming, outgoing) => {
    const url = `http://${incoming.headers.host}${incoming.url}`;
    const { pathname } = new URL(url);
    const route = routes.find(({ method, pattern }) => method === incoming.method && pattern.test(pathname));
    if (!route) return outgoing.writeHead(404).end();
    const params = { ...route.pattern.exec(pathname)?.groups };
    const response = await route.handler(await toRequest(incoming, url), { params: Promise.resolve(params) });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function toRequest(incoming: IncomingMessage, url: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, [value].flat().join(", "));
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD" && chunks.length > 0;
  return new Request(url, { method: incoming.method, headers, ...(hasBody && { body: Buffer.concat(chunks) }) });
}
