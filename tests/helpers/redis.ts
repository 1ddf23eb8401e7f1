import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { freePort } from "./free-port";

/** Whether this machine has a Redis server; tests that need one say so when they are left out. */
export const hasRedisServer = spawnSync("redis-server", ["--version"]).status === 0;
export const redisTitle = (title: string) =>
  hasRedisServer ? title : `${title} (not run: redis-server is not installed)`;

export interface StartedRedis {
  url: string;
  stop(): Promise<void>;
  /** Again on the same port, empty. */
  restart(): Promise<void>;
}

/** A Redis of our own on a free port of loopback that keeps nothing. */
export async function startRedis(): Promise<StartedRedis> {
  const port = await freePort();
  let child: ChildProcess;
  const start = async () => {
    const options = [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--appendonly",
      "no",
      "--dir",
      tmpdir(),
    ];
    child = spawn("redis-server", options, { stdio: "ignore" });
    await answers(port);
  };
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once("exit", () => done());
      child.kill("SIGKILL");
    });
  await start();
  return {
    url: `redis://127.0.0.1:${port}/0`,
    restart: start,
    stop,
  };
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        done(true);
      }).on("error", () => done(false));
    });
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("redis-server did not start");
}
