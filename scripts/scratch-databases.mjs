// Throw-away databases on the server of DATABASE_URL, so that tests never write into a database somebody uses.
import { randomBytes } from "node:crypto";
import postgres from "postgres";

let admin;
const names = [];

/** @returns the URLs of `count` new, empty databases. */
export async function create(url, count) {
  admin = postgres(url, { max: 1, onnotice: () => {} });
  for (let index = 0; index < count; index++) {
    const name = `joba_test_${randomBytes(6).toString("hex")}`;
    await admin.unsafe(`create database ${name}`);
    names.push(name);
  }
  return names.map((name) => {
    const scratch = new URL(url);
    scratch.pathname = `/${name}`;
    return scratch.href;
  });
}

export async function drop() {
  for (const name of names) await admin.unsafe(`drop database if exists ${name} with (force)`);
  await admin.end();
}
