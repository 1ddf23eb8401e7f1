import type { Metadata } from "next";
import { cookies } from "next/headers";
import { DENSITY_COOKIE, parseDensity } from "@/components/layout/preferences";
import { ThemeControl } from "@/components/layout/theme-control";
import { DensityControl } from "@/components/settings/density-control";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";

export const metadata: Metadata = { title: "Appearance" };

export default async function AppearancePage() {
  const density = parseDensity((await cookies()).get(DENSITY_COOKIE)?.value);
  return (
    <Card>
      <CardHeader>
        <CardTitle>Appearance</CardTitle>
        <CardDescription>For this browser only.</CardDescription>
      </CardHeader>
      <CardContent className="divide-y divide-border py-0">
        <Row title="Theme" description="System follows your computer, also at dusk.">
          <ThemeControl className="w-full sm:w-72" />
        </Row>
        <Row title="Density" description="Compact shows about a third more jobs at once.">
          <DensityControl density={density} className="w-full sm:w-72" />
        </Row>
      </CardContent>
    </Card>
  );
}

function Row({ title, description, children }: { title: string; description: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5 py-3.5">
      <div>
        <h3 className="font-medium">{title}</h3>
        <p className="text-muted text-sm">{description}</p>
      </div>
      {children}
    </div>
  );
}
