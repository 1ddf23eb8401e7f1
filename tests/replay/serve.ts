import { parseArgs } from "node:util";
import { startReplayServer } from "./server";

/** `npx tsx tests/replay/serve.ts [--port 4010] [--size 50]` */
const { values } = parseArgs({ options: { port: { type: "string" }, size: { type: "string" } } });

const server = await startReplayServer({
  port: values.port ? Number(values.port) : 0,
  ...(values.size && { size: Number(values.size) }),
});

console.log(`# Ten boards on ${server.origin}/<source>; each also has a port of its own:`);
for (const [name, value] of Object.entries(server.env)) console.log(`${name}=${value}`);
console.log(
  `# Company boards: ${Object.entries(server.boards)
    .map(([id, boards]) => `${id} ${boards?.join(" ")}`)
    .join(", ")}`,
);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
