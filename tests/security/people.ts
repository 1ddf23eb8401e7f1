import { randomBytes } from "node:crypto";
import { ask, json } from "./http";

export interface Person {
  email: string;
  password: string;
  /** The value of the Cookie header of a signed-in browser. */
  cookie: string;
  /** An access token with every scope. */
  token: string;
}

/** Registers somebody and signs them in, in a browser and as an API client. */
export async function givenPerson(base: string, name: string): Promise<Person> {
  const email = `${name}-${randomBytes(4).toString("hex")}@example.test`;
  const password = `pass phrase ${randomBytes(6).toString("hex")}`;
  await mustBe(202, ask(base, "/api/v1/auth/register", { method: "POST", ...json({ email, password, name }) }));
  return {
    email,
    password,
    cookie: await cookieOf(base, { email, password }),
    token: await tokenOf(base, { email, password }),
  };
}

/** Signs a browser in through next-auth's own endpoint. */
export async function cookieOf(base: string, { email, password }: Pick<Person, "email" | "password">): Promise<string> {
  const start = await mustBe(200, ask(base, "/api/auth/csrf"));
  const jar = cookies(start.headers["set-cookie"]);
  const { csrfToken } = JSON.parse(start.body) as { csrfToken: string };
  const answer = await ask(base, "/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: jar.join("; "), origin: base },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }).toString(),
  });
  const session = cookies(answer.headers["set-cookie"]).find((cookie) => cookie.includes("joba.session="));
  if (!session) throw new Error(`no session for ${email}: ${answer.status} ${answer.body}`);
  return session;
}

export async function tokenOf(base: string, { email, password }: Pick<Person, "email" | "password">): Promise<string> {
  const answer = await mustBe(201, ask(base, "/api/v1/auth/token", { method: "POST", ...json({ email, password }) }));
  return (JSON.parse(answer.body) as { data: { accessToken: string } }).data.accessToken;
}

export async function mustBe(status: number, pending: ReturnType<typeof ask>) {
  const answer = await pending;
  if (answer.status !== status) throw new Error(`${answer.path}: ${answer.status} ${answer.body.slice(0, 400)}`);
  return answer;
}

function cookies(header: string | string[] | undefined): string[] {
  return [header ?? []].flat().map((cookie) => cookie.split(";")[0] ?? "");
}
