import { CircleAlert, Download } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { ImportArchive } from "@/components/settings/import-archive";
import { Button } from "@/components/ui/button";
import { Card, CardActions, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { getViewer } from "@/lib/auth/session";
import { SectionSkeleton } from "../security/section-skeleton";
import { DeleteSection } from "./delete-section";

export const metadata: Metadata = { title: "Data" };

const PROBLEMS: Record<string, string> = {
  limit_exceeded: "That were many downloads in a short time. Try again in an hour.",
};

export default async function DataPage({ searchParams }: PageProps<"/settings/data">) {
  const [{ isDemo }, { problem }] = await Promise.all([getViewer(), searchParams]);
  return (
    <>
      {typeof problem === "string" && (
        <Problem message={PROBLEMS[problem] ?? "The archive could not be made. Try again."} />
      )}
      <Card>
        <CardHeader>
          <CardTitle>Download everything</CardTitle>
          <CardDescription>
            One ZIP with every row JOBA holds about you, as CSV for a spreadsheet and as JSON for programs, and a text
            that says what is what. Passwords, keys and tokens are in no file.
          </CardDescription>
          <CardActions className="max-sm:col-start-1 max-sm:row-start-3 max-sm:mt-2">
            <Button asChild>
              <a href="/api/account-data">
                <Download aria-hidden /> Download
              </a>
            </Button>
          </CardActions>
        </CardHeader>
      </Card>
      {isDemo ? <DemoNotice /> : <ImportCard />}
      {!isDemo && (
        <Suspense fallback={<SectionSkeleton rows={0} />}>
          <DeleteSection />
        </Suspense>
      )}
    </>
  );
}

function ImportCard() {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Import</CardTitle>
        <CardDescription>
          Brings an archive back into an empty account, here or on another JOBA: all of it, or nothing if a file in it
          was changed. Keys of sources are entered anew.
        </CardDescription>
      </CardHeader>
      <CardContent>
        <ImportArchive />
      </CardContent>
    </Card>
  );
}

function DemoNotice() {
  return (
    <Card>
      <CardHeader>
        <CardTitle>Keep this hunt</CardTitle>
        <CardDescription>
          The demo is deleted within a day. Download it, make an account, and import it there.
        </CardDescription>
        <CardActions>
          <Button asChild variant="primary">
            <Link href={"/sign-up" as Route}>Make it yours</Link>
          </Button>
        </CardActions>
      </CardHeader>
    </Card>
  );
}

function Problem({ message }: { message: string }) {
  return (
    <p role="alert" className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger">
      <CircleAlert aria-hidden className="mt-[3px] size-4 shrink-0" /> {message}
    </p>
  );
}
