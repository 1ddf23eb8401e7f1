import type { ReactNode } from "react";
import { CodeInline, Heading as MailHeading, Link as MailLink, Text as MailText } from "react-email";
import { absoluteHref } from "./links";
import { COLORS, MONO } from "./style";

export function Heading({ children }: { children: ReactNode }) {
  return (
    <MailHeading
      as="h1"
      className="joba-text"
      style={{ color: COLORS.text, fontSize: "20px", fontWeight: 600, lineHeight: "28px", margin: "0 0 12px" }}
    >
      {children}
    </MailHeading>
  );
}

export function Text({ children }: { children: ReactNode }) {
  return (
    <MailText
      className="joba-text"
      style={{ color: COLORS.text, fontSize: "15px", lineHeight: "24px", margin: "0 0 14px" }}
    >
      {children}
    </MailText>
  );
}

/** What matters less: how long a link works, what to do when it was not you. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <MailText
      className="joba-muted"
      style={{ color: COLORS.muted, fontSize: "13px", lineHeight: "20px", margin: "0 0 10px" }}
    >
      {children}
    </MailText>
  );
}

export function Link({ href, children }: { href: string; children: ReactNode }) {
  return (
    <MailLink
      href={absoluteHref(href)}
      className="joba-link"
      style={{ color: COLORS.accent, textDecoration: "underline", wordBreak: "break-all" }}
    >
      {children}
    </MailLink>
  );
}

/** An address, a device, a moment: something to be read exactly. */
export function Code({ children }: { children: ReactNode }) {
  return (
    <CodeInline
      className="joba-code"
      style={{
        backgroundColor: COLORS.sunken,
        borderRadius: "4px",
        color: COLORS.text,
        fontFamily: MONO,
        fontSize: "13px",
        padding: "2px 5px",
        wordBreak: "break-word",
      }}
    >
      {children}
    </CodeInline>
  );
}
