import { AskForPassword } from "@/components/settings/ask-for-password";
import { PasswordForm } from "@/components/settings/password-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import { getContext } from "@/lib/auth/session";
import { getCredentials } from "@/lib/users/credentials";

export async function PasswordSection() {
  const { email, hasPassword, passwordChangedAt } = await getCredentials(await getContext());
  return (
    <Card id="password">
      <CardHeader>
        <CardTitle>Password</CardTitle>
        <CardDescription>
          {!hasPassword && "You have none: a provider signs you in. A link by mail lets you choose one."}
          {hasPassword && !passwordChangedAt && "A new one signs you out everywhere else."}
          {hasPassword && passwordChangedAt && (
            <>
              Changed <Time at={passwordChangedAt} />. A new one signs you out everywhere else.
            </>
          )}
        </CardDescription>
      </CardHeader>
      <CardContent>{hasPassword ? <PasswordForm email={email} /> : <AskForPassword email={email} />}</CardContent>
    </Card>
  );
}
