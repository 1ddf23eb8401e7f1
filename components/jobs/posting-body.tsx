import { cn } from "@/lib/utils";

const TEXT = [
  "wrap-anywhere max-w-[68ch] text-md text-text",
  "[&_p]:my-3 [&_div]:my-2 [&_ul]:my-3 [&_ul]:list-disc [&_ul]:pl-5 [&_ol]:my-3 [&_ol]:list-decimal [&_ol]:pl-5 [&_li]:my-1 [&_li]:pl-0.5 [&_li]:marker:text-muted",
  "[&_h2]:mt-6 [&_h2]:mb-2 [&_h2]:font-semibold [&_h2]:text-md [&_h3]:mt-5 [&_h3]:mb-1.5 [&_h3]:font-semibold [&_h4]:mt-4 [&_h4]:mb-1 [&_h4]:font-medium",
  "[&_a]:text-accent-text [&_a]:underline [&_a]:underline-offset-2 [&_code]:font-mono [&_code]:text-sm [&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-sunken [&_pre]:p-3",
  "[&_blockquote]:border-border [&_blockquote]:border-l-2 [&_blockquote]:pl-3 [&_blockquote]:text-muted",
  "[&>:first-child]:mt-0 [&>:last-child]:mb-0",
];
const MARKS = [
  "[&_mark]:scroll-my-28 [&_mark]:px-0.5 [&_mark]:-mx-0.5",
  "[&_mark.exact]:bg-positive-soft [&_mark.exact]:text-positive [&_mark.implied]:bg-info-soft [&_mark.implied]:text-info",
  "[&_mark.related]:bg-info-soft [&_mark.related]:text-info [&_mark.missing]:bg-sunken [&_mark.missing]:underline [&_mark.missing]:decoration-dotted [&_mark.missing]:underline-offset-4",
  "[&_mark.gate]:bg-warning-soft [&_mark.gate]:text-warning",
];

/** The posting's own text. The only place where HTML from outside is put on a page. */
export function PostingBody({ html }: { html: string }) {
  return (
    <div
      data-posting
      className={cn(TEXT, MARKS)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: `sanitizeHtml` cut it to a small allow-list when it was stored; `highlightHtml` only adds marks with escaped attributes
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
