"use client";

import { useState } from "react";
import { TagInput } from "@/components/ui/tag-input";

/** Countries by name, kept as ISO codes. What is no country is not taken, and said so. */
export function CountryInput({
  codes,
  countries,
  onChange,
}: {
  codes: readonly string[];
  countries: readonly { code: string; name: string }[];
  onChange: (codes: string[]) => void;
}) {
  const [unknown, setUnknown] = useState("");
  const nameOf = (code: string) => countries.find((country) => country.code === code)?.name ?? code;
  const codeOf = (text: string) => {
    const key = text.trim().toLowerCase();
    return countries.find(({ code, name }) => name.toLowerCase() === key || code.toLowerCase() === key)?.code;
  };
  return (
    <>
      <TagInput
        value={codes.map(nameOf)}
        suggestions={countries.map(({ name }) => name)}
        placeholder="Germany…"
        onValueChange={(names) => {
          setUnknown(names.find((name) => codeOf(name) === undefined) ?? "");
          onChange([...new Set(names.flatMap((name) => codeOf(name) ?? []))]);
        }}
      />
      <p role="status" className={unknown ? "text-danger text-sm" : "hidden"}>
        {unknown && `“${unknown}” is not a country JOBA knows. Try its English name.`}
      </p>
    </>
  );
}
