import { Code, Text } from "./text";

/** What happened, as label and value; a value that is not known is left out. */
export function Facts({ rows }: { rows: readonly (readonly [label: string, value: string | undefined])[] }) {
  return rows
    .filter(([, value]) => value)
    .map(([label, value]) => (
      <Text key={label}>
        {label}: <Code>{value}</Code>
      </Text>
    ));
}
