/** How any part of the frame opens the palette or the help sheet without loading them. */
export const OPEN_PALETTE = "joba:palette";
export const OPEN_HELP = "joba:help";

export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN_PALETTE));
}

export function openHelp(): void {
  window.dispatchEvent(new Event(OPEN_HELP));
}
