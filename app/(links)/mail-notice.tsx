import { OutboxNotice } from "@/components/outbox/outbox-notice";
import { findViewer } from "@/lib/auth/session";
import { isLocalOutbox, isOutboxPublic } from "@/lib/mail/settings";

/** Where to look for the mail when no provider is configured; nothing otherwise. */
export async function MailNotice() {
  if (!isLocalOutbox()) return null;
  const viewer = await findViewer();
  return <OutboxNotice canOpen={isOutboxPublic() || Boolean(viewer && !viewer.isDemo)} />;
}
