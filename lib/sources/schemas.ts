import { z } from "zod";

const sourceId = z.string().trim().min(1).max(40);

export const updateSourceInput = z.object({ sourceId, isEnabled: z.boolean().or(z.stringbool()) });
export const setSourceKeyInput = z.object({
  sourceId,
  key: z.string().trim().min(8, "is too short to be a key").max(500),
});
export const deleteSourceKeyInput = z.object({ sourceId });
export const detectBoardInput = z.object({
  url: z.url({ protocol: /^https?$/, error: "Paste the full address, starting with https://" }).max(2000),
});

export type UpdateSourceInput = z.infer<typeof updateSourceInput>;
export type SetSourceKeyInput = z.infer<typeof setSourceKeyInput>;
export type DeleteSourceKeyInput = z.infer<typeof deleteSourceKeyInput>;
export type DetectBoardInput = z.infer<typeof detectBoardInput>;
