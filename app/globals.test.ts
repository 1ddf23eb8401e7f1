import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

type Rgb = [number, number, number];

function readTheme(selector: string): Record<string, Rgb> {
  const block = css.slice(css.indexOf(`\n${selector} {`)).split("\n}")[0] ?? "";
  const colors: Record<string, Rgb> = {};
  for (const [, name, l, c, h] of block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)) {
    colors[name as string] = toLinearRgb(Number(l), Number(c), Number(h));
  }
  return colors;
}

/** OKLCH to linear sRGB, clipped to the gamut (Ottosson 2020, https://bottosson.github.io/posts/oklab/). */
function toLinearRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part))) as Rgb;
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [one, other].map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b).sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

const PLAIN = ["background", "surface", "raised", "sunken", "hover"];
const SOFT = ["positive", "warning", "danger", "info", "band-strong", "band-good", "band-stretch", "band-weak"];
const PAIRS: [text: string, on: string[], ratio: number][] = [
  ["text", [...PLAIN, "accent-soft", "selection", ...SOFT.map((name) => `${name}-soft`)], 4.5],
  ["muted", [...PLAIN, "accent-soft"], 4.5],
  ["accent-text", [...PLAIN, "accent-soft"], 4.5],
  ["accent-foreground", ["accent", "accent-hover"], 4.5],
  ["danger-foreground", ["danger-solid", "danger-solid-hover"], 4.5],
  ...SOFT.map((name): [string, string[], number] => [name, [...PLAIN, `${name}-soft`], 4.5]),
  ["control", ["background", "surface", "raised"], 3],
  ["ring", PLAIN, 3],
  ["accent", ["background", "surface", "raised"], 3],
];

describe.each([
  ["light", readTheme(":root")],
  ["dark", readTheme(".dark")],
])("the %s theme", (_, theme) => {
  test.each(PAIRS)("%s stands out from %s by at least %d", (text, on, ratio) => {
    const failures = on
      .map((name) => ({ name, ratio: contrast(theme[text] as Rgb, theme[name] as Rgb) }))
      .filter((pair) => !(pair.ratio >= ratio));
    expect(failures).toEqual([]);
  });
});

test("both themes define the same colors", () => {
  expect(Object.keys(readTheme(".dark")).sort()).toEqual(Object.keys(readTheme(":root")).sort());
});
