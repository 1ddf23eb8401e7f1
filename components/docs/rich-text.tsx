/** Text with `code` in it. */
export function RichText({ text }: { text: string }) {
  return text.split(/(`[^`]+`)/).map((part, index) =>
    part.startsWith("`") ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
      <code key={index} className="wrap-anywhere rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.92em] text-text">
        {part.slice(1, -1)}
      </code>
    ) : (
      part
    ),
  );
}
