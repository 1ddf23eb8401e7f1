import type { ReactNode } from "react";
import { Card, CardActions, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Confidence } from "./confidence";

export function FactCard({
  title,
  description,
  confidence,
  children,
}: {
  title: string;
  description?: ReactNode;
  confidence?: number;
  children: ReactNode;
}) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        {description && <CardDescription>{description}</CardDescription>}
        <CardActions>
          <Confidence value={confidence} />
        </CardActions>
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  );
}
