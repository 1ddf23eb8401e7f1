import { CopyButton } from "@/components/ui/copy-button";

/** Code that scrolls in its own box and can be copied. */
export function CodeBlock({ title, code }: { title: string; code: string }) {
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border border-border bg-sunken/60">
      <figcaption className="flex items-center justify-between gap-2 border-border border-b py-1 pr-1 pl-3">
        <span className="truncate font-medium text-muted text-sm">{title}</span>
        <CopyButton text={code} label={title.toLowerCase()} size="sm" variant="ghost" />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="max-h-96 overflow-auto p-3 font-mono text-sm focus-visible:-outline-offset-2">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
