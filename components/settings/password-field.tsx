import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The own password once more, before what guards the account changes. */
export function PasswordField() {
  return (
    <Field name="password" label="Your password" isRequired>
      <Input type="password" autoComplete="current-password" />
    </Field>
  );
}
