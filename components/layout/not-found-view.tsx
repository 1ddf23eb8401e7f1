import { Compass } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** For an address nobody has and for what belongs to somebody else alike. */
export function NotFoundView() {
  return (
    <div className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        isPageTitle
        icon={Compass}
        title="There is nothing at this address"
        description="It may have been deleted, or it belongs to another account."
        actions={
          <Button asChild variant="primary">
            <Link href="/jobs">Go to jobs</Link>
          </Button>
        }
      />
    </div>
  );
}
