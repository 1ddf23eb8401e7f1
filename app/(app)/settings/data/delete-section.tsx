import { DeleteAccount } from "@/components/settings/delete-account";
import { Card, CardActions, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { getContext, getViewer } from "@/lib/auth/session";
import { getTwoStep } from "@/lib/users/two-step";

export async function DeleteSection() {
  const [{ email }, { isOn, hasPassword }] = await Promise.all([getViewer(), getTwoStep(await getContext())]);
  return (
    <Card>
      <CardHeader>
        <CardTitle>Delete account</CardTitle>
        <CardDescription>
          Removes you and everything above at once and for good. Running searches are stopped and every device is signed
          out.
        </CardDescription>
        <CardActions className="max-sm:col-start-1 max-sm:row-start-3 max-sm:mt-2">
          <DeleteAccount email={email ?? ""} hasPassword={hasPassword} hasTwoStep={isOn} />
        </CardActions>
      </CardHeader>
    </Card>
  );
}
