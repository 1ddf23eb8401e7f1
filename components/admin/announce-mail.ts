import { toast } from "sonner";
import type { MailState } from "@/db/schema/vocabulary";

/** What became of a mail somebody just caused. */
export function announceMail(state: MailState): void {
  if (state === "sent") toast.success("The mail is on its way");
  else if (state === "waiting") toast.success("The mail waits in the outbox");
  else toast.error("The mail did not leave; the outbox says why");
}
