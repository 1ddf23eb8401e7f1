/** Colors of the mails: inline for every reader, and again by class where the reader's device is dark. */
export const COLORS = {
  page: "#f4f5f7",
  card: "#ffffff",
  border: "#e3e5ea",
  text: "#1b1d23",
  muted: "#5b6070",
  accent: "#2f5bd8",
  onAccent: "#ffffff",
  sunken: "#f1f2f5",
} as const;

export const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace";

/** Outlook and Gmail ignore it and keep the light colors; Apple Mail and Thunderbird follow it. */
export const DARK_CSS = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .joba-page, .joba-page td { background-color: #141519 !important; }
  .joba-card, .joba-card td { background-color: #1b1d22 !important; border-color: #33363f !important; }
  .joba-text { color: #eceef2 !important; }
  .joba-muted { color: #a3a8b6 !important; }
  .joba-link { color: #9db6ff !important; }
  .joba-button { background-color: #3f68e4 !important; color: #ffffff !important; }
  .joba-code { background-color: #262931 !important; color: #eceef2 !important; }
}`;
