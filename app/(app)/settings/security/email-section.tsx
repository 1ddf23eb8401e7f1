import { EmailForm } from "@/components/settings/email-form";
import { Badge } from "@/components/ui/badge";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { getContext } from "@/lib/auth/session";
import { isLocalOutbox } from "@/lib/mail/settings";
import { getCredentials } from "@/lib/users/credentials";

export async function EmailSection() {
  const { email, isEmailVerified, hasPassword } = await getCredentials(await getContext());
  return (
    <Card id="email">
      <CardHeader>
        <CardTitle>E-mail</CardTitle>
        <CardDescription className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="wrap-anywhere">{email}</span>
          {isEmailVerified ? <Badge tone="positive">Confirmed</Badge> : <Badge tone="warning">Not confirmed</Badge>}
        </CardDescription>
      </CardHeader>
      <CardContent>
        <EmailForm hasPassword={hasPassword} showsOutbox={isLocalOutbox()} />
      </CardContent>
    </Card>
  );
}
