import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

/** A plain form: its answer makes the browser forget what it kept, which an action's cannot. */
export function SignOutButton({ children }: { children: ReactNode }) {
  return (
    <form action="/sign-out" method="post">
      <Button type="submit">{children}</Button>
    </form>
  );
}
