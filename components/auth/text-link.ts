/** A link within a sentence of the signing-in pages. */
export const textLink =
  "rounded-sm font-medium text-accent-text underline decoration-accent/40 underline-offset-4 hover:decoration-accent";
