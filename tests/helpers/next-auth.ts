import NextAuth, { type NextAuthOptions } from "next-auth";

interface Call {
  method?: "GET" | "POST";
  /** After `/api/auth/`. */
  path: string;
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
}

export interface Answer {
  status: number;
  location: string | undefined;
  /** Set by the answer; an empty value takes one away. */
  cookies: Record<string, string>;
  body: unknown;
}

/** One request to next-auth's own endpoints, without a server around them. */
export async function callNextAuth(options: NextAuthOptions, call: Call): Promise<Answer> {
  const answer: Answer = { status: 200, location: undefined, cookies: {}, body: undefined };
  let lines: string[] = [];
  const response = {
    getHeader: () => lines,
    setHeader(name: string, value: string | string[]) {
      if (name === "Set-Cookie") lines = value as string[];
      if (name === "Location") answer.location = String(value);
      return response;
    },
    status(code: number) {
      answer.status = code;
      return response;
    },
    json: (body: unknown) => {
      answer.body = body;
    },
    send: (body: unknown) => {
      answer.body = body;
    },
    end: () => {},
  };
  const request = {
    method: call.method ?? "GET",
    query: { nextauth: call.path.split("/"), ...call.query },
    headers: {},
    cookies: call.cookies ?? {},
    body: call.body,
  };
  await NextAuth(request as never, response as never, options);
  for (const line of lines) {
    const [pair = ""] = line.split(";", 1);
    const equals = pair.indexOf("=");
    answer.cookies[pair.slice(0, equals)] = decodeURIComponent(pair.slice(equals + 1));
  }
  return answer;
}

/** The same with the CSRF pair that a page of ours would have fetched first. */
export async function postNextAuth(options: NextAuthOptions, { body, cookies, ...call }: Call): Promise<Answer> {
  const first = await callNextAuth(options, { path: "csrf" });
  const { csrfToken } = first.body as { csrfToken: string };
  return callNextAuth(options, {
    ...call,
    method: "POST",
    body: { csrfToken, ...body },
    cookies: { ...first.cookies, ...cookies },
  });
}
