import { redirect } from "next/navigation";
import { cache } from "react";
import { findViewer, getContext, getPublicContext } from "@/lib/auth/session";
import type { OutboxReader } from "@/lib/mail/service";
import { isOutboxPublic } from "@/lib/mail/settings";

/** Whoever is signed in; anybody where the outbox is public; everybody else goes to the sign-in page. */
export const getOutboxReader = cache(async (): Promise<OutboxReader> => {
  if (await findViewer()) return getContext();
  return isOutboxPublic() ? getPublicContext() : redirect("/sign-in");
});
