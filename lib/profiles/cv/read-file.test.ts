import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { profileFactsSchema } from "@/db/schema/shapes";
import { AppError } from "@/lib/errors";
import { type CvDraft, readCv, readPastedCv } from "./read-file";
import { givenDocx, givenLockedPdf, givenPdf, paragraph, table } from "./testing";

const now = new Date("2026-08-15T12:00:00Z");
const read = (bytes: Uint8Array, name = "cv") => readCv({ name, bytes }, now);
const rolesOf = ({ facts }: CvDraft) =>
  facts.roles.map(({ title, company, from, to }) => [title, company, from, to ?? "now"]);

function expectSound({ facts, cvText }: CvDraft) {
  expect(profileFactsSchema.safeParse(facts).success).toBe(true);
  expect(facts.skills.length).toBeGreaterThan(3);
  for (const { name, evidence } of facts.skills) {
    for (const { span } of evidence) expect(cvText.slice(span?.start, span?.end), name).toMatch(/\S/);
  }
}

describe("a PDF", () => {
  test("in two columns is read one column after the other", async () => {
    const left =
      "CONTACT|Vienna, Austria|sam@example.test|+43 660 1234567||SKILLS|Go, PostgreSQL|Kafka, gRPC|Kubernetes|Terraform||LANGUAGES|German - native|English - C1||EDUCATION|MSc Computer Science|TU Wien|2012 - 2014";
    const right =
      "EXPERIENCE|Senior Backend Engineer|Proseware Payments, Vienna|05/2019 - Present|• Ledger service in Go, 4,000 transactions a second|• Event streams with Kafka and Debezium||Backend Developer|Wingtip Insurance, Graz|09/2014 - 04/2019|• Java and Spring Boot services on PostgreSQL|• Moved builds to Docker and Jenkins";
    const bytes = givenPdf((put) => {
      put("Sam Placeholder", 40, 800, 22);
      put("Senior Backend Engineer - payments, ledgers and everything that has to add up", 40, 778, 11);
      for (const [row, text] of left.split("|").entries()) put(text, 40, 740 - row * 16);
      for (const [row, text] of right.split("|").entries()) put(text, 230, 740 - row * 18);
    });
    const draft = await read(bytes, "sam.pdf");
    expectSound(draft);
    expect(rolesOf(draft)).toEqual([
      ["Senior Backend Engineer", "Proseware Payments", "2019-05", "now"],
      ["Backend Developer", "Wingtip Insurance", "2014-09", "2019-04"],
    ]);
    expect(draft.facts).toMatchObject({
      yearsOfExperience: 12,
      seniority: "senior",
      education: [{ level: "master", institution: "TU Wien", to: "2014" }],
      languages: [{ code: "de" }, { code: "en" }],
      locations: [{ city: "Vienna", country: "AT" }],
    });
    expect(draft.cvText).not.toContain("660");
    expect(draft.cvFileName).toBe("sam.pdf");
  });

  test("with dates on the right margin is read line by line", async () => {
    const rows: [string, string?][] = [
      ["Pat Dummy"],
      ["Frontend Engineer"],
      ["pat@example.test", "Madrid, Spain"],
      [""],
      ["Work Experience"],
      ["Fourth Coffee", "Jan 2021 - Present"],
      ["Frontend Engineer", "Madrid"],
      ["• Vue 3 and TypeScript storefront"],
      ["• Vitest"],
      [""],
      ["Coho Winery", "Mar 2018 - Dec 2020"],
      ["Web Developer", "Valencia"],
      ["• PHP, Laravel and jQuery"],
      [""],
      ["Blue Yonder", "2016 - 2018"],
      ["Junior Web Developer", "Valencia"],
      ["• WordPress"],
      [""],
      ["Education"],
      ["BSc Software Engineering, University of Valencia", "2012 - 2016"],
    ];
    const bytes = givenPdf((put) => {
      rows.forEach(([text, aside], row) => {
        if (text) put(text, 50, 800 - row * 15, 11);
        if (aside) put(aside, 430, 800 - row * 15, 11);
      });
    });
    const draft = await read(bytes);
    expectSound(draft);
    expect(rolesOf(draft)).toEqual([
      ["Frontend Engineer", "Fourth Coffee", "2021-01", "now"],
      ["Web Developer", "Coho Winery", "2018-03", "2020-12"],
      ["Junior Web Developer", "Blue Yonder", "2016", "2018"],
    ]);
    expect(draft.facts.locations).toMatchObject([{ city: "Madrid", country: "ES" }]);
  });

  test("of pictures only, locked or broken is refused with what to do", async () => {
    await expect(read(givenPdf(() => {}))).rejects.toThrow(/holds pictures of text, not text/);
    await expect(read(givenLockedPdf())).rejects.toThrow(/locked with a password/);
    await expect(read(strToU8("%PDF-1.7 and then nothing of the kind"))).rejects.toThrow(/damaged/);
  });
});

describe("a Word file", () => {
  test("in a table keeps each row together", async () => {
    const body = [
      paragraph("Chris Muster"),
      paragraph("DevOps Engineer, Zürich"),
      paragraph("Berufserfahrung", "Heading1"),
      table([
        ["01/2020 – heute", ["DevOps Engineer", "Adventure Works AG, Zürich", "Kubernetes, Helm und ArgoCD auf Azure"]],
        ["04/2016 – 12/2019", ["Systemadministrator", "Alpine Ski House, Bern", "Linux, Ansible, Puppet"]],
      ]),
      paragraph("Ausbildung", "Heading1"),
      table([["2012 – 2016", ["BSc Informatik", "Hochschule Luzern"]]]),
      paragraph("Sprachen", "Heading1"),
      paragraph("Deutsch: Muttersprache"),
      paragraph("Englisch: fließend"),
    ].join("");
    const draft = await read(givenDocx(body));
    expectSound(draft);
    expect(rolesOf(draft)).toEqual([
      ["DevOps Engineer", "Adventure Works AG", "2020-01", "now"],
      ["Systemadministrator", "Alpine Ski House", "2016-04", "2019-12"],
    ]);
    expect(draft.facts).toMatchObject({
      titles: ["DevOps Engineer"],
      education: [{ institution: "Hochschule Luzern", level: "bachelor" }],
      locations: [{ city: "Zürich", country: "CH" }],
    });
  });

  test("with a picture is read without it", async () => {
    const picture = `<w:p><w:r><w:drawing><a:graphic><a:graphicData><a:blip r:embed="rId9"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>`;
    const text = Array.from({ length: 15 }, (_, index) => paragraph(`Built service number${index} in Rust and Kotlin`));
    const draft = await read(givenDocx(picture + text.join(""), { "word/media/photo.png": new Uint8Array(2000) }));
    expect(draft.cvText).toContain("Rust and Kotlin");
  });

  test("that would unpack to far more than it says, or says, is refused before it does", async () => {
    const bomb = givenDocx("", { "word/styles.xml": new Uint8Array(80 * 1024 * 1024) });
    await expect(read(bomb)).rejects.toThrow(/unpacks to far more/);
    const liar = givenDocx("", { "word/styles.xml": new Uint8Array(80 * 1024 * 1024) });
    const view = new DataView(liar.buffer);
    for (let at = 0; at < liar.length - 46; at++) {
      const isLarge = view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e6;
      if (isLarge) view.setUint32(at + 24, 900_000, true);
    }
    await expect(read(liar)).rejects.toThrow(/unpacks to far more/);
    const crowd = Object.fromEntries(
      Array.from({ length: 2100 }, (_, index) => [`word/x${index}.xml`, new Uint8Array(1)]),
    );
    await expect(read(givenDocx("", crowd))).rejects.toThrow(/unpacks to far more/);
  });

  test.each(["../../etc/passwd", "/etc/passwd", "word\\..\\..\\x", "C:/x"])(
    "with the name %s is refused",
    async (name) => {
      await expect(read(givenDocx(paragraph("x"), { [name]: strToU8("x") }))).rejects.toThrow(/point outside/);
    },
  );

  test("with a document type is refused: that is how XML explodes", async () => {
    const dtd = strToU8(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>`);
    await expect(read(givenDocx("", { "word/document.xml": dtd }))).rejects.toThrow(/damaged/);
  });

  test("cut short is refused", async () => {
    const whole = givenDocx(paragraph("x"));
    await expect(read(whole.subarray(0, whole.length - 40))).rejects.toThrow(/damaged/);
  });
});

describe("a JSON Resume", () => {
  const resume = {
    basics: {
      name: "Lee Filler",
      label: "Mobile Engineer",
      phone: "+1 555 0100",
      summary: "Builds apps. Call +1 416 555 0199.",
      location: { city: "Toronto", countryCode: "CA", address: "1 Main St" },
    },
    work: [
      {
        name: "Humongous Insurance",
        position: "Mobile Engineer",
        startDate: "2020-02-01",
        highlights: ["Claims app in Kotlin and Swift"],
      },
      {
        company: "VanArsdel",
        position: "Android Developer",
        startDate: "2017-01",
        endDate: "2020-01",
        highlights: ["Java, Android", null, 7],
      },
      "nonsense",
    ],
    education: [
      { institution: "University of Toronto", area: "Computer Science", studyType: "Bachelor", endDate: "2016" },
    ],
    skills: [{ name: "Mobile", keywords: ["Kotlin", "Flutter", "MapLayerKit"] }],
    languages: [
      { language: "English", fluency: "Native speaker" },
      { language: "French", fluency: "B2" },
    ],
    projects: [{ name: "tilecache", startDate: "2019", description: "A tile cache in Rust" }],
    certificates: null,
  };

  test("is taken as it states, with a readable text behind the evidence", async () => {
    const draft = await read(strToU8(JSON.stringify(resume)));
    expectSound(draft);
    expect(rolesOf(draft)).toEqual([
      ["Mobile Engineer", "Humongous Insurance", "2020-02", "now"],
      ["Android Developer", "VanArsdel", "2017-01", "2020-01"],
    ]);
    expect(draft.facts).toMatchObject({
      yearsOfExperience: 9.7,
      education: [{ degree: "Bachelor", field: "Computer Science", level: "bachelor" }],
      languages: [
        { code: "en", level: "native" },
        { code: "fr", level: "professional" },
      ],
      locations: [{ city: "Toronto", country: "CA" }],
    });
    for (const { title, span } of draft.facts.roles) {
      expect(draft.cvText.slice(span?.start, span?.end)).toContain(`### ${title}`);
    }
    expect(draft.cvText).not.toMatch(/555|Main St|Lee Filler/);
    expect(draft.facts.skills.find(({ skillId }) => skillId === "rust")?.evidence[0]).toMatchObject({
      kind: "project",
    });
  });

  test("that is none, or no JSON, is told so", async () => {
    await expect(read(strToU8('{"a":1}'))).rejects.toThrow(/not a JSON Resume/);
    await expect(read(strToU8("[1,2]"))).rejects.toThrow(/not a JSON Resume/);
    await expect(read(strToU8('{"basics":'))).rejects.toThrow(/cut off or has a mistake/);
  });
});

describe("other files are told by their bytes, whatever their names say", () => {
  const cases: [string, Uint8Array, RegExp][] = [
    ["an empty file", new Uint8Array(), /empty/],
    ["a PNG named .pdf", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), /picture/],
    ["a JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1]), /picture/],
    [
      "an SVG",
      strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      /web page or drawing/,
    ],
    ["a web page", strToU8("<!DOCTYPE html><html><body>CV</body></html>"), /web page/],
    ["an old .doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Word file/],
    ["RTF", strToU8("{\\rtf1\\ansi CV}"), /RTF/],
    [
      "an OpenDocument file",
      zipSync({ mimetype: strToU8("application/vnd.oasis"), "content.xml": strToU8("<x/>") }),
      /OpenDocument/,
    ],
    ["a spreadsheet", zipSync({ "xl/workbook.xml": strToU8("<x/>") }), /spreadsheet/],
    ["any archive", zipSync({ "cv.txt": strToU8("hello") }), /archive/],
    ["binary junk", Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256), /cannot read this kind/],
    ["three words", strToU8("My CV follows"), /hardly any text/],
    ["6 MB of text", new Uint8Array(6 * 1024 * 1024).fill(65), /larger than 5 MB/],
    ["30 MB", new Uint8Array(30 * 1024 * 1024), /larger than 5 MB/],
  ];

  test.each(cases)("%s", async (_name, bytes, message) => {
    const error = await read(bytes, "cv.pdf").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "invalid", message: expect.stringMatching(message) });
    expect((error as AppError).fields?.file).toEqual([(error as AppError).message]);
  });
});

describe("text", () => {
  const lines =
    "Ada Beispiel\nSoftwareentwicklerin für Züge\nErfahrung\n2019 – heute Entwicklerin bei Bahnwerk GmbH\n- Java und Städteplanung mit viel Geduld";

  test("is read in UTF-8, UTF-16 and Windows-1252", async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...lines].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
    ]);
    const cp1252 = Uint8Array.from([...lines], (char) => (char === "–" ? 0x96 : char.charCodeAt(0)));
    for (const bytes of [strToU8(lines), strToU8(`\ufeff${lines}`), utf16, cp1252]) {
      const { cvText, facts } = await read(bytes);
      expect(cvText).toContain("Städteplanung");
      expect(facts.roles).toMatchObject([{ company: "Bahnwerk GmbH", from: "2019", isCurrent: true }]);
    }
  });

  test("may be pasted, and hardly any is refused at its field", () => {
    expect(readPastedCv(lines, now)).toMatchObject({
      cvFileName: null,
      facts: { roles: [{ company: "Bahnwerk GmbH" }] },
    });
    expect(() => readPastedCv("hello", now)).toThrow(/hardly any text/);
  });

  test("a file's name is shown without path or tricks", async () => {
    const draft = await read(strToU8(lines), "C:\\Users\\me\\../<b>cv\u202e.md");
    expect(draft.cvFileName).toBe("bcv.md");
  });
});
