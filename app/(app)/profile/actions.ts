"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/actions";
import { AppError } from "@/lib/errors";
import { findPlace } from "@/lib/places/places";
import { CV_TOO_LARGE, MAX_CV_BYTES } from "@/lib/profiles/limits";
import { pasteCvInput, savePreferencesActionInput, saveProfileInput } from "@/lib/profiles/schemas";
import { importCv, importPastedCv, savePreferences, saveProfile } from "@/lib/profiles/service";
import { suggestSkills } from "@/lib/profiles/suggest-skills";

export const importCvAction = defineAction({
  name: "importCv",
  input: z.object({
    // Told before the bytes are read into memory a second time.
    file: z.instanceof(File, { error: "Choose a file" }).refine(({ size }) => size <= MAX_CV_BYTES, CV_TOO_LARGE),
  }),
  run: async (ctx, { file }) => importCv(ctx, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
});

export const pasteCvAction = defineAction({
  name: "pasteCv",
  input: z.object({ text: pasteCvInput }),
  run: async (ctx, { text }) => importPastedCv(ctx, text),
});

export const saveProfileAction = defineAction({
  name: "saveProfile",
  input: saveProfileInput,
  run: async (ctx, input) => {
    const { version, facts } = await saveProfile(ctx, input);
    refresh();
    return { version, facts };
  },
});

export const savePreferencesAction = defineAction({
  name: "savePreferences",
  input: savePreferencesActionInput,
  run: async (ctx, { preferences, version }) => {
    const saved = await savePreferences(ctx, preferences, version);
    refresh();
    return { version: saved.version, preferences: saved.preferences };
  },
});

export const suggestSkillsAction = defineAction({
  name: "suggestSkills",
  input: z.object({ text: z.string().max(80) }),
  run: async (_ctx, { text }) => ({ skills: suggestSkills(text) }),
});

export const findPlaceAction = defineAction({
  name: "findPlace",
  input: z.object({ text: z.string().trim().min(1, "Type a place").max(200) }),
  run: async (_ctx, { text }) => {
    const place = findPlace(text);
    if (!place) {
      const message = `JOBA does not know “${text}”. Try the city with its country: “Berlin, Germany”.`;
      throw new AppError("invalid", message, { fields: { text: [message] } });
    }
    return { place };
  },
});
