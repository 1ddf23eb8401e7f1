import { describe, expect, test } from "vitest";
import { companyKey } from "./companies";
import { readEmploymentType } from "./employment";
import { contentHash } from "./hash";
import { htmlToText, sanitizeHtml } from "./html";
import { detectLanguage } from "./language";
import { hammingDistance, simhash } from "./simhash";
import { urlKey } from "./urls";

describe("urlKey", () => {
  test.each([
    [
      "https://www.indeed.com/viewjob?jk=517ca3fd71acddc9&from=serp&tk=1h&utm_source=x",
      "indeed.com/viewjob?jk=517ca3fd71acddc9",
    ],
    [
      "https://www.linkedin.com/jobs/search/?currentJobId=4012345678&trk=d",
      "linkedin.com/jobs/search?currentJobId=4012345678",
    ],
    ["https://stripe.com/jobs/search?gh_jid=8023928&gh_src=abc", "stripe.com/jobs/search?gh_jid=8023928"],
    [
      "https://de.linkedin.com/jobs/view/engineer-at-acme-4012345678?refId=x&trackingId=y",
      "linkedin.com/jobs/view/4012345678",
    ],
    ["https://jobs.lever.co/acme/1a2b?lever-origin=applied&lever-source%5B%5D=LinkedIn", "jobs.lever.co/acme/1a2b"],
    ["https://Jobs.AshbyHQ.com/Acme/1#apply", "jobs.ashbyhq.com/Acme/1"],
    ["http://acme.example/jobs/7/", "acme.example/jobs/7"],
    ["https://acme.example/job?b=2&a=1&fbclid=z", "acme.example/job?a=1&b=2"],
    ["https://acme.example/job?ref=linkedin", "acme.example/job"],
    ["https://acme.example/job?ref=R-1234", "acme.example/job?ref=R-1234"],
    ["https://acme.example/job?from=2024&t=7", "acme.example/job?from=2024&t=7"],
    ["https://acme.example/careers#/job/123", "acme.example/careers#/job/123"],
    ["https://acme.example:8443/a", "acme.example:8443/a"],
    [" not a url ", "not a url"],
    ["javascript:alert(1)", "javascript:alert(1)"],
  ])("%s", (url, key) => {
    expect(urlKey(url)).toBe(key);
  });

  test("two postings that differ only in an id stay two", () => {
    for (const name of ["jk", "currentJobId", "gh_jid", "id", "jobId", "pid", "job", "req"]) {
      expect(urlKey(`https://a.example/j?${name}=1`)).not.toBe(urlKey(`https://a.example/j?${name}=2`));
    }
  });
});

describe("companyKey", () => {
  test.each([
    ["Acme, Inc.", "acme"],
    ["ACME GmbH & Co. KG", "acme"],
    ["The Acme Company", "acme"],
    ["Müller AG", "muller"],
    ["Société Générale S.A.", "societe generale"],
    ["Acme Pty. Ltd.", "acme"],
    ["Allegro sp. z o.o.", "allegro"],
    ["AB", "ab"],
    ["Inc.", "inc"],
    ["Coalition Technologies ", "coalition technologies"],
    ["AT&T", "at&t"],
    ["!!!", "!!!"],
  ])("%s → %s", (name, key) => {
    expect(companyKey(name)).toBe(key);
  });

  test("brands that share a word stay apart", () => {
    expect(companyKey("Meta")).not.toBe(companyKey("Meta Platforms"));
    expect(companyKey("Acme Labs")).not.toBe(companyKey("Acme"));
  });
});

test.each([
  ["FullTime", "full_time"],
  ["fulltime_permanent", "full_time"],
  ["Vollzeit", "full_time"],
  ["unbefristet", "full_time"],
  ["CDI", "full_time"],
  ["Part time", "part_time"],
  ["Teilzeit", "part_time"],
  ["fulltime_fixed_term", "contract"],
  ["Independent Contractor (FT)", "contract"],
  ["Freelance", "contract"],
  ["befristet", "contract"],
  ["Temp Full-time", "temporary"],
  ["Temporary", "temporary"],
  ["Intern", "internship"],
  ["Werkstudent", "internship"],
  ["Internal transfer", "other"],
  ["Volunteer", "volunteer"],
  ["Per Diem", "per_diem"],
  ["US Employee", "other"],
  ["", undefined],
  [undefined, undefined],
] as const)("employment type %s → %s", (label, type) => {
  expect(readEmploymentType(label)).toBe(type);
});

const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => `word${(i * 7919 + seed * 104729) % 997}`).join(" ");

describe("simhash", () => {
  test("the same text in other clothes is near, another text is far", () => {
    const text = words(1, 300);
    const base = simhash(text) as bigint;
    expect(simhash(text.toUpperCase().replaceAll(" ", " \n"))).toBe(base);
    expect(hammingDistance(base, simhash(`${text} ${words(9, 6)}`) as bigint)).toBeLessThanOrEqual(6);
    expect(hammingDistance(base, simhash(words(2, 300)) as bigint)).toBeGreaterThan(16);
  });

  test("it fits a signed 64-bit column, and short texts have none", () => {
    for (let seed = 0; seed < 40; seed++) {
      const hash = simhash(words(seed, 120)) as bigint;
      expect(BigInt.asIntN(64, hash)).toBe(hash);
    }
    expect(simhash(words(1, 30))).toBeNull();
    expect(simhash("")).toBeNull();
  });

  test("distance counts bits across the sign", () => {
    expect(hammingDistance(-1n, 0n)).toBe(64);
    expect(hammingDistance(1n, 3n)).toBe(1);
    expect(hammingDistance(-1n, -1n)).toBe(0);
  });
});

describe("contentHash", () => {
  const of = (html: string, facts = { title: "Engineer" }) => contentHash(htmlToText(sanitizeHtml(html)), facts);

  test("markup, white space and bullets do not change it", () => {
    const base = of("<p>Build things.</p><ul><li>Own it</li></ul>");
    expect(of('<div class="new"><span>Build&nbsp;things.</span></div><div>• Own  it</div>')).toBe(base);
    expect(base).toMatch(/^[0-9a-f]{64}$/);
  });

  test("words and facts change it, absent facts do not", () => {
    const base = of("<p>Build things.</p>");
    expect(of("<p>Build other things.</p>")).not.toBe(base);
    expect(of("<p>Build things.</p>", { title: "Engineer II" })).not.toBe(base);
    expect(contentHash("Build things.", { salary: undefined, title: "Engineer" })).toBe(base);
  });
});

test.each([
  ["en", "We are looking for an engineer who will work with our team and build the platform for you."],
  [
    "de",
    "Wir suchen eine Person, die mit unserem Team an der Plattform arbeitet und sich auf die Aufgaben freut. Du bist bei uns richtig.",
  ],
  [
    "fr",
    "Nous recherchons une personne pour rejoindre notre équipe et travailler sur les projets avec vous dans la ville.",
  ],
  ["es", "Buscamos una persona para el equipo que trabaje con nuestro producto en la ciudad y con las herramientas."],
  [
    "nl",
    "Wij zoeken een ontwikkelaar die met het team werkt en je krijgt bij ons de ruimte om te groeien van dag tot dag.",
  ],
  [
    "pl",
    "Szukamy osoby do zespołu, która będzie pracować nad produktem i na pewno nie nudzi się w pracy oraz lubi wyzwania.",
  ],
  [
    "it",
    "Cerchiamo una persona che lavori con il nostro team nel prodotto e che sia di aiuto per gli altri nella sede.",
  ],
  [
    "pt",
    "Procuramos uma pessoa para a equipe que trabalhe com o nosso produto e que não tenha medo de desafios em uma empresa.",
  ],
  ["ja", "私たちは一緒に働くエンジニアを探しています。"],
])("the language of a text is told: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test("too little text has no language", () => {
  expect(detectLanguage("React TypeScript")).toBeUndefined();
  expect(detectLanguage("")).toBeUndefined();
});
