/** Shared by the upload form and the reader, so that both say the same. */
export const MAX_CV_BYTES = 5 * 1024 * 1024;
export const CV_TOO_LARGE =
  "This file is larger than 5 MB. A CV of text is far smaller: export it without pictures, or paste its text.";
export const CV_ACCEPT =
  ".pdf,.docx,.md,.markdown,.txt,.json,application/pdf,text/plain,text/markdown,application/json";
