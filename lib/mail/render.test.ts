import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { absoluteHref } from "@/emails/_components/links";
import { personName } from "@/emails/_components/person-name";
import { headerText, redactReason } from "./headers";
import { renderMail } from "./render";
import { TEMPLATES, type TemplateName } from "./templates";

const names = Object.keys(TEMPLATES) as TemplateName[];

test("every file in emails is a template the sender knows", () => {
  const files = readdirSync("emails").filter((name) => name.endsWith(".tsx"));
  expect(files.map((name) => name.replace(".tsx", "")).sort()).toEqual([...names].sort());
});

describe.each(names)("%s", (name) => {
  const props = TEMPLATES[name].default.PreviewProps;
  const rendered = () => renderMail(name, props as never);

  test("has a subject, a page and a plain text, with the link in both", async () => {
    const { subject, html, text } = await rendered();
    expect(subject).toMatch(/^\S.{5,60}$/);
    expect(html).toContain(`href="${props.url.replaceAll("&", "&amp;")}"`);
    expect(text).toContain(props.url);
    expect(text.split("\n").length).toBeGreaterThan(4);
  });

  test("is readable without images, scripts, fonts or anything fetched", async () => {
    const { html } = await rendered();
    expect(html).not.toMatch(/<(img|script|link|iframe|form|input)\b|@import|@font-face|url\(/i);
    expect(html).not.toMatch(/https?:\/\/(?!joba\.example|www\.w3\.org)/);
  });

  test("says it follows the dark, and in which language it is", async () => {
    const { html } = await rendered();
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toMatch(/<html[^>]* lang="en"/);
  });

  test("stays far below the size at which mail readers cut", async () => {
    expect(Buffer.byteLength((await rendered()).html)).toBeLessThan(20_000);
  });

  test("refuses a link that is not absolute http", async () => {
    for (const url of ["/sign-in", "javascript:alert(1)", "data:text/html,x"]) {
      await expect(async () => renderMail(name, { ...props, url } as never)).rejects.toThrow(TypeError);
    }
  });
});

test("what people typed is text, never markup", async () => {
  const { html } = await renderMail("sign-in-alert", {
    device: '<img src=x onerror="alert(1)">',
    signedInAt: "</style><script>alert(1)</script>",
    url: "https://joba.example/",
  });
  expect(html).not.toMatch(/<img|<script/);
});

test.each([
  ["Robin Doe", "Robin Doe"],
  ["J. R. O’Hara-Smith", "J. R. O’Hara-Smith"],
  ["李小龍", "李小龍"],
  ["", "Somebody"],
  ["Win at casino.example", "Somebody"],
  ["https://evil.example", "Somebody"],
  ["Robin\r\nBcc: eve", "Somebody"],
  ["x".repeat(61), "Somebody"],
])("the name %j introduces itself to strangers as %j", (given, shown) => {
  expect(personName(given)).toBe(shown);
});

test("a relative link is refused with an error for developers", () => {
  expect(() => absoluteHref("settings")).toThrow(TypeError);
  expect(absoluteHref("https://joba.example")).toBe("https://joba.example/");
});

test("a header is one line of at most 200 characters", () => {
  expect(headerText("a\r\nb\tc")).toBe("a b c");
  expect(headerText("=?utf-8?q?x?=")).toBe("= ?utf-8?q?x?=");
  expect([...headerText("é".repeat(500))]).toHaveLength(200);
});

test.each([
  ["550 5.1.1 <ada@example.com> unknown", "550 5.1.1 [address] unknown"],
  ["see https://example.com/x?y=1 now", "see [link] now"],
  ["key re_0123456789abcdefghijklmnop is bad", "key […] is bad"],
  ["two\r\nlines", "two lines"],
])("the reason %j is kept as %j", (given, kept) => {
  expect(redactReason(given)).toBe(kept);
});
