import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeEntitiesOnce, highlightHtml, htmlToText, sanitizeHtml, textToHtml } from "./html";

const ALLOWED = new Set("html head body p br ul ol li strong em b i h2 h3 h4 blockquote pre code a mark".split(" "));

function tagsOf(html: string): { tag: string; attributes: string[]; href?: string }[] {
  const $ = load(html);
  return $("*")
    .toArray()
    .map((node) => ({
      tag: $(node).prop("tagName")?.toLowerCase() ?? "",
      attributes: Object.keys($(node).attr() ?? {}),
      href: $(node).attr("href"),
    }));
}

const isWellFormed = (text: string) => !/\p{Cs}/u.test(text);

const hostilePiece = fc.constantFrom(
  "<p>",
  "</p>",
  "<div class='x'>",
  "</div>",
  "<ul>",
  "<li>",
  "</li>",
  "</ul>",
  "<b>",
  "</b>",
  "<strong>",
  "</strong>",
  "<pre>",
  "</pre>",
  "<br/>",
  "<br><br>",
  "<h1>",
  "</h1>",
  "<h6>",
  "<a href='https://acme.example/?a=1&b=2'>",
  "<a href=javascript:alert(1)>",
  "</a>",
  "<blockquote>",
  "</blockquote>",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<!-- x -->",
  "<!--",
  "-->",
  "<",
  ">",
  "&lt;script&gt;",
  "&amp;lt;",
  "&",
  "&nbsp;",
  "\u00a0",
  " ",
  "  \n ",
  "word",
  "zwei Wörter",
  "😀",
  "\ud800",
  "\u0000",
  '"',
  "'",
  "</mark>",
  "<mark class=x>",
);
const hostileHtml = fc.array(hostilePiece, { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("sanitizeHtml", () => {
  test.each([
    ["divisions become paragraphs", "<div><div>One</div><div>Two</div></div>", "<p>One</p><p>Two</p>"],
    ["headings stay below the page's own", "<h1>A</h1><h2>B</h2><h5>C</h5>", "<h2>A</h2><h2>B</h2><h4>C</h4>"],
    ["empty blocks go", "<p> </p><div><br></div><p>x</p><ul><li></li></ul>", "<p>x</p>"],
    ["two breaks part paragraphs", "one<br><br>two<br>three", "<p>one</p><p>two<br>three</p>"],
    ["items without a list get one", "<li>a</li><li>b</li>after", "<ul><li>a</li><li>b</li></ul><p>after</p>"],
    ["nested lists stay nested", "<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"],
    ["inline elements do not cross blocks", "<b><p>a</p><p>b</p></b>", "<p><b>a</b></p><p><b>b</b></p>"],
    ["scripts go with their text", "a<script>alert(1)</script><style>p{}</style>b", "<p>ab</p>"],
    ["attributes go", '<p style="x" onclick="y" id="z">a</p>', "<p>a</p>"],
    ["script links lose the link", '<a href="javascript:alert(1)">a</a>', "<p>a</p>"],
    ["relative links lose the link", '<a href="/apply">a</a> <a href="//evil.example">b</a>', "<p>a b</p>"],
    [
      "outside links are marked",
      '<a href="https://a.example/?x=1&y=2">a</a>',
      '<p><a href="https://a.example/?x=1&amp;y=2" rel="nofollow noopener noreferrer">a</a></p>',
    ],
    ["text that looks like HTML stays text", "a &lt;b&gt; c < d", "<p>a &lt;b&gt; c &lt; d</p>"],
    ["invisible characters go", "a\u0000b\u200bc\u202ed", "<p>abcd</p>"],
    ["table cells are apart", "<table><tr><td>a</td><td>b</td></tr></table>", "<p>a</p><p>b</p>"],
  ])("%s", (_, input, output) => {
    expect(sanitizeHtml(input)).toBe(output);
  });

  test("whatever comes in, only the allow-list comes out, and twice is once", () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const clean = sanitizeHtml(html);
        for (const { tag, attributes, href } of tagsOf(clean)) {
          expect(ALLOWED.has(tag) && tag !== "mark").toBe(true);
          expect(attributes.every((name) => tag === "a" && (name === "href" || name === "rel"))).toBe(true);
          if (href !== undefined) expect(href).toMatch(/^(?:https?|mailto):/i);
        }
        expect(sanitizeHtml(clean)).toBe(clean);
        expect(isWellFormed(clean)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe("htmlToText", () => {
  test("blocks stand on lines of their own and items have bullets", () => {
    const html = sanitizeHtml(
      "<div><p>Hello <b>wor</b>ld &amp; co</p><h2>What  you&rsquo;ll do</h2><ul><li><p>One</p></li><li>Two<ul><li>deep</li></ul></li></ul>tail</div>",
    );
    expect(htmlToText(html)).toBe("Hello world & co\n\nWhat you’ll do\n\n- One\n- Two\n- deep\n\ntail");
  });

  test("the text is what a browser would show, whatever comes in", () => {
    fc.assert(
      fc.property(hostileHtml, (html) => {
        const clean = sanitizeHtml(html);
        const shown = load(clean).text().replace(/\s+/g, "");
        expect(
          htmlToText(clean)
            .replace(/^- |\n- /g, "")
            .replace(/\s+/g, ""),
        ).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });
});

describe("highlightHtml", () => {
  test("wraps the range in every element it crosses and merges neighbors", () => {
    const html = "<p>Hello <b>big</b> &amp; wide</p>";
    expect(htmlToText(html).slice(6, 11)).toBe("big &");
    expect(highlightHtml(html, [{ start: 6, end: 11, id: "r1", tone: "must" }])).toBe(
      '<p>Hello <b><mark data-evidence="r1" class="must">big</mark></b><mark data-evidence="r1" class="must"> &amp;</mark> wide</p>',
    );
  });

  test("overlapping marks nest, and names cannot break out of their attribute", () => {
    const marked = highlightHtml("<p>abcdef</p>", [
      { start: 0, end: 4, id: 'x" onmouseover="alert(1)', tone: "<b>" },
      { start: 2, end: 6, id: "y", tone: "nice" },
    ]);
    expect(htmlToText(marked)).toBe("abcdef");
    expect(marked).not.toContain('" onmouseover="');
    expect(load(marked)("mark").length).toBe(4);
  });

  test("a mark never cuts an emoji in half", () => {
    expect(highlightHtml("<p>a😀b</p>", [{ start: 2, end: 3, id: "e", tone: "t" }])).toBe(
      '<p>a<mark data-evidence="e" class="t">😀</mark>b</p>',
    );
  });

  test("the text stays the same, the marks cover exactly their range, and nothing new gets in", () => {
    const marks = fc.array(
      fc.record({
        start: fc.nat(120),
        end: fc.nat(140),
        id: fc.string({ maxLength: 8 }),
        tone: fc.constantFrom("must", "nice", '"><img>'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(hostileHtml, marks, (html, ranges) => {
        const clean = sanitizeHtml(html);
        const text = htmlToText(clean);
        const marked = highlightHtml(clean, ranges);
        expect(htmlToText(marked)).toBe(text);
        expect(tagsOf(marked).every(({ tag }) => ALLOWED.has(tag))).toBe(true);
        const [only] = ranges;
        if (ranges.length === 1 && only && only.end > only.start) {
          const covered = load(marked)("mark").text().replace(/\s+/g, "");
          const wanted = text.slice(only.start, only.end).replace(/\s+/g, "");
          if (isWellFormed(wanted)) expect(wanted.replace(/-/g, "")).toContain(covered.replace(/-/g, ""));
        }
      }),
      { numRuns: 400 },
    );
  });
});

test("entities are undone one level at a time", () => {
  expect(decodeEntitiesOnce("&lt;p&gt;A &amp;amp; B&lt;/p&gt;")).toBe("<p>A &amp; B</p>");
});

test("plain text keeps its paragraphs and lists", () => {
  const html = sanitizeHtml(textToHtml("## About\nWe build <things>.\n\n- One\n* Two\n\nApply & win"));
  expect(html).toBe(
    "<h3>About</h3><p>We build &lt;things&gt;.</p><ul><li>One</li><li>Two</li></ul><p>Apply &amp; win</p>",
  );
});

describe("hostile sizes end in bounded time", () => {
  test.each([
    ["100,000 nested divisions", "<div>".repeat(100_000)],
    ["30,000 nested lists", "<ul><li>".repeat(30_000)],
    ["open tags only", "<".repeat(300_000)],
    ["open attributes", '<a href="'.repeat(50_000)],
    ["open comments", "<!--".repeat(80_000)],
    ["ampersands", "&".repeat(300_000)],
    ["5 MB in one line", "lorem ipsum ".repeat(430_000)],
    ["many small elements", "<b>a</b> ".repeat(50_000)],
    ["many links", '<a href="https://a.example">x</a>'.repeat(10_000)],
  ])("%s", (_, html) => {
    const started = performance.now();
    const clean = sanitizeHtml(html);
    htmlToText(clean);
    htmlToText(html);
    highlightHtml(clean, [{ start: 0, end: 100, id: "a", tone: "t" }]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
