import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";

export interface TestServer {
  /** http://127.0.0.1:<port> */
  origin: string;
  port: number;
  requests: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[];
  /** Connections ever made. */
  connections(): number;
  /** Connections open now. */
  openSockets(): number;
}

const running = new Set<{ server: Server; sockets: Set<Socket> }>();

/** A real web server on loopback, ended by `closeServers`. */
export async function startServer(listener: RequestListener): Promise<TestServer> {
  const requests: TestServer["requests"] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url = "", headers } = request;
    requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    listener(request, response);
  });
  return { ...(await listen(server)), requests };
}

/** A server that speaks bytes, for answers no web server would give. */
export async function startTcpServer(onSocket: (socket: Socket) => void): Promise<TestServer> {
  const server = createTcpServer((socket) => {
    // A socket that nobody reads does not notice that the other end is gone.
    socket.resume();
    onSocket(socket);
  });
  return { ...(await listen(server)), requests: [] };
}

export async function closeServers(): Promise<void> {
  for (const { server, sockets } of running) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
  running.clear();
}

async function listen(server: Server) {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  });
  running.add({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, connections: () => connections, openSockets: () => sockets.size };
}
