import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { getContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getRun } from "@/lib/runs/service";
import { getSearch } from "@/lib/searches/service";

/** The search of this request, or the not-found page. */
export const loadSearch = cache(async (id: string) =>
  orNotFound(id, async () => getSearch(await getContext(), { id })),
);

/** The run of this request, or the not-found page. */
export const loadRun = cache(async (id: string) => orNotFound(id, async () => getRun(await getContext(), { id })));

async function orNotFound<T>(id: string, load: () => Promise<T>): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return await load();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
