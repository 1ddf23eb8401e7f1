import { TwoStepPanel } from "@/components/settings/two-step-panel";
import { Badge } from "@/components/ui/badge";
import { Card, CardActions, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Time } from "@/components/ui/time";
import { getContext } from "@/lib/auth/session";
import { getTwoStep } from "@/lib/users/two-step";

export async function TwoStepSection() {
  const { isOn, confirmedAt, recoveryCodesLeft, hasPassword } = await getTwoStep(await getContext());
  return (
    <Card id="two-step">
      <CardHeader>
        <CardTitle className="flex items-center gap-2">
          Two-step sign-in <Badge tone={isOn ? "positive" : "neutral"}>{isOn ? "on" : "off"}</Badge>
        </CardTitle>
        <CardDescription>
          {isOn && confirmedAt ? (
            <>
              Since <Time at={confirmedAt} format="date" />, signing in asks for a code of your app.{" "}
              <RecoveryCodesLeft left={recoveryCodesLeft} />
            </>
          ) : (
            "A code of your authenticator app after the password, so that a stolen password opens nothing."
          )}
        </CardDescription>
        <CardActions className="max-sm:col-start-1 max-sm:row-start-3 max-sm:mt-2">
          <TwoStepPanel isOn={isOn} hasPassword={hasPassword} />
        </CardActions>
      </CardHeader>
    </Card>
  );
}

function RecoveryCodesLeft({ left }: { left: number }) {
  if (left > 3) return `${left} recovery codes are left.`;
  return (
    <strong className="font-medium text-warning">
      {left === 0
        ? "No recovery code is left"
        : left === 1
          ? "One recovery code is left"
          : `${left} recovery codes are left`}
      ; make new ones.
    </strong>
  );
}
