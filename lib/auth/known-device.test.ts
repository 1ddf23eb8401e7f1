import { expect, test } from "vitest";
import { users } from "@/db/schema";
import { hashPassword } from "@/lib/auth/passwords";
import { signIn } from "@/lib/users/sign-in";
import { createTestContext } from "@/tests/helpers/context";
import { knownDevice, rememberDevice } from "./known-device";

test("a device is known to the accounts it signed in to, five at most, and to nobody else", () => {
  const cookie = rememberDevice(undefined, "ada@example.test");
  const id = knownDevice(cookie, "ada@example.test");
  expect(id).toMatch(/^[\w-]{22}$/);
  expect(knownDevice(cookie, "eve@example.test")).toBeUndefined();
  const shared = rememberDevice(cookie, "eve@example.test");
  expect([knownDevice(shared, "ada@example.test"), knownDevice(shared, "eve@example.test")]).toEqual([id, id]);
  const full = ["a", "b", "c", "d", "e"].reduce((value, name) => rememberDevice(value, name), cookie);
  expect(knownDevice(full, "ada@example.test")).toBeUndefined();
  expect(knownDevice(full, "a")).toBe(id);
  expect(rememberDevice(full, "c").split(".")).toHaveLength(6);
});

test.each(["", "x", "a.b", `${"A".repeat(22)}.${"B".repeat(22)}`, "A".repeat(10_000)])("%j is no device", (forged) => {
  expect(knownDevice(forged, "ada@example.test")).toBeUndefined();
});

test("another device's proof does not fit", () => {
  const [ours = "", theirs = ""] = [1, 2].map(() => rememberDevice(undefined, "ada@example.test"));
  expect(knownDevice(`${ours.split(".")[0]}.${theirs.split(".")[1]}`, "ada@example.test")).toBeUndefined();
});

test("a thousand tries from fifty addresses check ten passwords, and the owner still gets in", async () => {
  const { ctx } = await createTestContext();
  const email = `${crypto.randomUUID()}@example.test`;
  await ctx.db.insert(users).values({ email, passwordHash: await hashPassword("right password"), name: "Ada" });
  const deviceCookie = rememberDevice(undefined, email);
  const counts = { unauthenticated: 0, limit_exceeded: 0 };
  for (let i = 0; i < 1000; i++) {
    const visitor = {
      ...ctx,
      address: `192.0.2.${i % 50}`,
      deviceCookie: i % 2 ? undefined : `${deviceCookie.slice(0, -1)}!`,
    };
    await signIn(visitor, { email, password: `wrong ${i}` }).catch(({ code }: { code: keyof typeof counts }) => {
      counts[code]++;
    });
  }
  expect(counts).toEqual({ unauthenticated: 10, limit_exceeded: 990 });
  const right = { email, password: "right password" };
  await expect(signIn({ ...ctx, address: "192.0.2.99" }, right)).rejects.toMatchObject({ code: "limit_exceeded" });
  expect(await signIn({ ...ctx, address: "192.0.2.1", deviceCookie }, right)).toMatchObject({ status: "signed_in" });
});
