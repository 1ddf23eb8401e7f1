import type { Metadata, Route } from "next";
import Link from "next/link";
import { AccountForm } from "@/components/settings/account-form";
import { SignOutButton } from "@/components/settings/sign-out-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardActions, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { getViewer } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { name, email, role, isDemo } = await getViewer();
  return (
    <>
      {isDemo ? (
        <Card>
          <CardHeader>
            <CardTitle>You are in the demo</CardTitle>
            <CardDescription>
              This hunt is yours alone and is deleted within a day. An account keeps what you do, and can read real
              boards.
            </CardDescription>
            <CardActions>
              <Button asChild variant="primary">
                <Link href={"/sign-up" as Route}>Make it yours</Link>
              </Button>
            </CardActions>
          </CardHeader>
        </Card>
      ) : (
        <Card>
          <CardHeader>
            <CardTitle>Account</CardTitle>
            <CardDescription className="flex flex-wrap items-center gap-2">
              {email} {role === "admin" && <Badge tone="accent">admin</Badge>}
            </CardDescription>
            {role === "admin" && (
              <CardActions>
                <Button asChild variant="secondary">
                  <Link href={"/admin" as Route}>Admin pages</Link>
                </Button>
              </CardActions>
            )}
          </CardHeader>
          <CardContent>
            <AccountForm name={name} />
          </CardContent>
        </Card>
      )}
      <Card>
        <CardHeader>
          <CardTitle>This browser</CardTitle>
          <CardDescription>
            {isDemo ? "Leaving ends the demo." : "Signing out ends this session on the server, not only here."}
          </CardDescription>
          <CardActions>
            <SignOutButton>{isDemo ? "Leave the demo" : "Sign out"}</SignOutButton>
          </CardActions>
        </CardHeader>
      </Card>
    </>
  );
}
