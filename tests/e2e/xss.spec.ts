import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { sanitizeHtml } from "@/lib/jobs/html";
import { type OwnServer, startOwnServer } from "../helpers/own-server";
import { ELSEWHERE, XSS_PAYLOADS } from "../helpers/xss-payloads";

test.skip(({ isMobile }) => isMobile, "nothing here depends on the screen");
test.describe.configure({ mode: "serial", timeout: 400_000 });

const ALLOWED = new Set("P BR UL OL LI STRONG EM B I H2 H3 H4 BLOCKQUOTE PRE CODE A DIV".split(" "));
const PER_JOB = 32;

/** Everything that must not happen, as it happens. */
async function watch(page: Page, own: string): Promise<string[]> {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(own)) seen.push(`request: ${request.url()}`);
  });
  page.on("popup", (popup) => seen.push(`popup: ${popup.url()}`));
  await page.exposeFunction("reportViolation", (text: string) => seen.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return seen;
}

test("the corpus is what it says", () => {
  expect(XSS_PAYLOADS.length).toBeGreaterThan(1000);
});

test("no payload survives the sanitizer, in a browser without any policy", async ({ page }) => {
  const seen = await watch(page, "http://blank.invalid");
  await page.route("**/*", (route) =>
    route.request().url() === "http://blank.invalid/"
      ? route.fulfill({ contentType: "text/html", body: "<!doctype html><body></body>" })
      : route.abort(),
  );
  await page.goto("http://blank.invalid/");
  const cleaned = XSS_PAYLOADS.map((payload) => sanitizeHtml(payload));
  const strange = await page.evaluate(
    async ({ cleaned, allowed }) => {
      const found: string[] = [];
      for (const html of cleaned) {
        // As the server writes it into a page, and as React puts it there.
        const written = new DOMParser().parseFromString(`<div>${html}</div>`, "text/html");
        const place = document.createElement("div");
        place.innerHTML = html;
        document.body.append(place);
        for (const element of [...place.querySelectorAll("*"), ...written.body.querySelectorAll("*")]) {
          const names = element.getAttributeNames();
          const isLink = element instanceof HTMLAnchorElement || element.tagName === "A";
          const href = element.getAttribute("href");
          if (!allowed.includes(element.tagName)) found.push(`<${element.tagName}> in ${html}`);
          if (names.some((name) => !isLink || (name !== "href" && name !== "rel"))) found.push(`${names} in ${html}`);
          if (href !== null && !/^(?:https?|mailto):/i.test(href)) found.push(`${href} in ${html}`);
          for (const type of ["mouseover", "focus", "pointerenter", "animationstart"])
            element.dispatchEvent(new Event(type));
        }
        place.remove();
        // mXSS: what the browser writes back must read the same again.
        const again = document.createElement("div");
        again.innerHTML = place.innerHTML;
        if (again.innerHTML !== place.innerHTML) found.push(`changes when read again: ${html}`);
      }
      await new Promise((done) => setTimeout(done, 300));
      return found;
    },
    { cleaned, allowed: [...ALLOWED] },
  );
  expect(strange).toEqual([]);
  expect(seen).toEqual([]);
});

test.describe("through a board into every view", () => {
  let board: Server;
  let server: OwnServer;
  const jobs = Array.from({ length: Math.ceil(XSS_PAYLOADS.length / PER_JOB) }, (_, i) => {
    const payloads = XSS_PAYLOADS.slice(i * PER_JOB, (i + 1) * PER_JOB);
    const [one = "", two = "", three = "", four = "", five = ""] = payloads;
    return {
      id: i + 1,
      url: `https://remotive.com/remote-jobs/${i + 1}`,
      title: `Engineer ${i} ${one}`.slice(0, 200),
      company_name: `Company ${i} ${two}`.slice(0, 150),
      company_logo: `${ELSEWHERE}/logo.png`,
      category: three.slice(0, 60),
      tags: [four.slice(0, 40), five.slice(0, 40)],
      job_type: "full_time",
      publication_date: new Date(Date.now() - 86_400_000).toISOString().slice(0, 19),
      candidate_required_location: one.slice(0, 100),
      salary: two.slice(0, 100),
      description: payloads.map((payload) => `<p>TypeScript</p>${payload}`).join("\n"),
    };
  });

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    board = createServer((_request, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify({ jobs }));
    });
    await new Promise<void>((done) => board.listen(0, "127.0.0.1", done));
    const origin = `http://127.0.0.1:${(board.address() as AddressInfo).port}`;
    server = await startOwnServer({ SOURCE_ORIGIN_REMOTIVE: origin, LOG_LEVEL: "error" });
  });
  test.afterAll(async () => {
    await server?.stop();
    board?.closeAllConnections();
    board?.close();
  });

  test("no dialog, no refused script, no request elsewhere", async ({ page }) => {
    const seen = await watch(page, server.url);
    await page.goto(`${server.url}/sign-up`);
    await page.getByLabel("Name").fill(`<img src=x onerror=alert(1)>`);
    await page.getByLabel("E-mail").fill("xss@example.test");
    await page.getByLabel("Password").fill("a long enough sentence");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(/onboarding|verify/);
    const api = async (method: "get" | "post", path: string, data?: unknown) => {
      const response = await page.request[method](server.url + path, { data, headers: { origin: server.url } });
      expect(response.status(), `${path}: ${await response.text()}`).toBeLessThan(300);
      return (await response.json()).data;
    };
    const search = await api("post", "/api/v1/searches", {
      name: `<svg onload=alert(1)>`,
      criteria: { keywords: ["engineer"] },
      sources: [{ sourceId: "remotive" }],
      schedule: { cadence: "manual", timeZone: "UTC" },
    });
    const run = await api("post", `/api/v1/searches/${search.id}/runs`);
    await expect
      .poll(async () => (await api("get", `/api/v1/runs/${run.id}`)).status, { timeout: 120_000, intervals: [500] })
      .not.toMatch(/queued|running/);
    const found = (await api("get", "/api/v1/jobs?limit=100")) as { id: string }[];
    expect(found.length).toBeGreaterThan(30);

    const open = async (path: string) => {
      await page.goto(server.url + path, { waitUntil: "load" });
      expect(
        await page.evaluate(() => document.querySelectorAll("[data-posting] [onerror], [data-posting] script").length),
      ).toBe(0);
    };
    for (const path of [
      "/jobs",
      "/jobs?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
      "/searches",
      `/searches/${search.id}`,
      `/searches/${search.id}/runs/${run.id}`,
      "/settings/account",
    ])
      await open(path);
    for (const { id } of found) await open(`/jobs/${id}`);
    expect(seen).toEqual([]);
  });
});
