import { cn } from "@/lib/utils";

/** Always dark on white, whatever the theme: not every camera reads it inverted. */
export function QrCode({
  path,
  size,
  label,
  className,
}: {
  path: string;
  size: number;
  label: string;
  className?: string;
}) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={cn("rounded-md bg-white", className)}
    >
      <path d={path} fill="black" />
    </svg>
  );
}
