import { EndOtherSessionsButton, EndSessionButton } from "@/components/settings/session-buttons";
import { SessionRow } from "@/components/settings/session-row";
import { Card, CardActions, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { getContext } from "@/lib/auth/session";
import { listSessions } from "@/lib/sessions/service";
import { placeName } from "@/lib/users/device";

export async function SessionsSection() {
  const sessions = await listSessions(await getContext());
  return (
    <Card id="sessions">
      <CardHeader>
        <CardTitle>Where you are signed in</CardTitle>
        <CardDescription>A session ends after 14 days without use, and 30 days after its sign-in.</CardDescription>
        {sessions.length > 1 && (
          <CardActions className="max-sm:col-start-1 max-sm:row-start-3 max-sm:mt-2">
            <EndOtherSessionsButton />
          </CardActions>
        )}
      </CardHeader>
      <ul className="divide-y divide-border">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={{ ...session, place: placeName(session.address) }}>
            {!session.isCurrent && <EndSessionButton id={session.id} device={session.device} />}
          </SessionRow>
        ))}
      </ul>
    </Card>
  );
}
