import type { ReactNode } from "react";
import { Body, Container, Head, Html, Preview, Text } from "react-email";
import { COLORS, DARK_CSS, FONT } from "./style";

/** The frame of every mail. `preview` is what an inbox shows beside the subject; `reason` says why it came. */
export function Layout({ preview, reason, children }: { preview: string; reason: string; children: ReactNode }) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_CSS}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="joba-page"
        style={{ backgroundColor: COLORS.page, fontFamily: FONT, margin: 0, padding: "32px 12px" }}
      >
        <Container style={{ maxWidth: "520px" }}>
          <Text className="joba-text" style={{ ...brand, color: COLORS.text }}>
            JOBA
          </Text>
          <Container className="joba-card" style={card}>
            {children}
          </Container>
          <Text className="joba-muted" style={footer}>
            {reason}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

const brand = { fontSize: "15px", fontWeight: 700, letterSpacing: "0.04em", margin: "0 0 14px 4px" } as const;
const card = {
  backgroundColor: COLORS.card,
  border: `1px solid ${COLORS.border}`,
  borderRadius: "10px",
  padding: "28px 28px 24px",
} as const;
const footer = { color: COLORS.muted, fontSize: "12px", lineHeight: "18px", margin: "16px 4px 0" } as const;
