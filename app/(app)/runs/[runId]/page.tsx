import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { getContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getRun } from "@/lib/runs/service";

/** The short address of a run, for mails and lists that do not know its search. */
export default async function RunShortcut({ params }: PageProps<"/runs/[runId]">) {
  const { runId } = await params;
  if (!z.uuid().safeParse(runId).success) notFound();
  const searchId = await findSearchOf(runId);
  if (!searchId) notFound();
  redirect(`/searches/${searchId}/runs/${runId}`);
}

async function findSearchOf(id: string): Promise<string | undefined> {
  try {
    return (await getRun(await getContext(), { id })).searchId;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  }
}
