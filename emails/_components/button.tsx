import { Button as MailButton } from "react-email";
import { absoluteHref } from "./links";
import { COLORS } from "./style";
import { Link, Note } from "./text";

/** The one thing to do, and its address below it for readers that show no buttons. The plain text names it once. */
export function Button({ href, children }: { href: string; children: string }) {
  return (
    <>
      <MailButton
        href={absoluteHref(href)}
        className="joba-button"
        style={{
          backgroundColor: COLORS.accent,
          borderRadius: "8px",
          color: COLORS.onAccent,
          fontSize: "15px",
          fontWeight: 600,
          margin: "6px 0 18px",
          padding: "12px 20px",
        }}
      >
        {children}
      </MailButton>
      <div data-skip-in-text="true">
        <Note>
          Or open this address: <Link href={href}>{href}</Link>
        </Note>
      </div>
    </>
  );
}
