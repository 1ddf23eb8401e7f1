/** Of an uploaded archive, packed. Fifty thousand jobs with everything about them pack into less. */
export const MAX_IMPORT_BYTES = 100 * 1024 * 1024;
export const MAX_UNPACKED_BYTES = 1024 ** 3;
export const MAX_IMPORT_ROWS = 1_000_000;
