import { Bookmark, CircleCheck, CircleHelp } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { ScoreRing } from "@/components/ui/score-ring";
import type { MatchBand } from "@/db/schema/vocabulary";
import { cn } from "@/lib/utils";

interface Row {
  score: number;
  band: MatchBand;
  title: string;
  company: string;
  place: string;
  age: string;
  note?: string;
  isSaved?: boolean;
}

const ROWS: Row[] = [
  {
    score: 91,
    band: "strong",
    title: "Staff Frontend Engineer",
    company: "Harborline",
    place: "Remote, EU",
    age: "2h",
  },
  {
    score: 86,
    band: "strong",
    title: "Senior Product Engineer",
    company: "Quillworks",
    place: "Berlin, hybrid",
    age: "5h",
    isSaved: true,
  },
  {
    score: 74,
    band: "good",
    title: "Senior Software Engineer, Web",
    company: "Oakfield Labs",
    place: "Remote, Germany",
    age: "1d",
  },
  {
    score: 68,
    band: "good",
    title: "Frontend Lead, Design Systems",
    company: "Meridian Post",
    place: "Amsterdam",
    age: "1d",
    note: "relocation: check",
  },
  {
    score: 57,
    band: "stretch",
    title: "Senior Full-Stack Engineer",
    company: "Tallow & Finch",
    place: "Remote, UK",
    age: "2d",
    note: "needs UK permit",
  },
  {
    score: 41,
    band: "weak",
    title: "Senior Backend Engineer (Go)",
    company: "Northgate Rail",
    place: "Munich",
    age: "3d",
  },
];

const POINTS = [
  { name: "Must-have skills", points: 36, of: 40 },
  { name: "Title and level", points: 18, of: 20 },
  { name: "Nice to have", points: 11, of: 14 },
  { name: "Text", points: 10, of: 10 },
  { name: "Place and pay", points: 16, of: 16 },
];

/** The job list, drawn in the product's own parts. Decoration: the figure's caption says what it shows. */
export function ProductPicture({ className }: { className?: string }) {
  return (
    <figure className={className}>
      <div
        aria-hidden
        inert
        className="overflow-hidden rounded-xl border border-border bg-surface text-left shadow-overlay select-none"
      >
        <div className="flex h-10 items-center gap-2 border-border border-b bg-background px-4 text-muted text-sm">
          <span className="font-medium text-text">Jobs</span>
          <span className="tabular">128</span>
          <span className="ml-auto flex gap-1.5 max-sm:hidden">
            <Badge tone="outline">Remote or Berlin</Badge>
            <Badge tone="outline">Full-time</Badge>
            <Badge tone="outline">14 hidden by filters</Badge>
          </span>
        </div>
        <div className="grid md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
          <div className="border-border md:border-r">
            {ROWS.map((row, index) => (
              <ListRow key={row.company} row={row} isCurrent={index === 0} />
            ))}
          </div>
          <Detail />
        </div>
      </div>
      <figcaption className="mt-3 text-center text-muted text-sm">
        The ranked list with one opening explained. The companies are made up; the layout is the one you get.
      </figcaption>
    </figure>
  );
}

function ListRow({ row, isCurrent }: { row: Row; isCurrent: boolean }) {
  return (
    <div
      className={cn(
        "flex h-16 items-center gap-3.5 border-border border-b px-4 last:border-b-0",
        isCurrent && "bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]",
      )}
    >
      <ScoreRing score={row.score} band={row.band} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{row.title}</p>
        <p className="truncate text-muted text-sm">
          {row.company} · {row.place}
        </p>
      </div>
      {row.note && (
        <Badge tone="warning" className="max-sm:hidden">
          {row.note}
        </Badge>
      )}
      {row.isSaved && <Bookmark className="size-4 fill-current text-accent-text" />}
      <span className="w-6 text-right text-muted text-sm tabular">{row.age}</span>
    </div>
  );
}

function Detail() {
  return (
    <div className="space-y-5 p-5 max-md:hidden">
      <div className="flex items-start gap-4">
        <ScoreRing score={91} band="strong" size="lg" />
        <div className="min-w-0">
          <p className="font-semibold text-lg">Staff Frontend Engineer</p>
          <p className="text-muted">Harborline · Remote, EU · €95,000 to €115,000 a year</p>
          <div className="mt-2 flex flex-wrap gap-1.5">
            <Badge tone="positive">
              <CircleCheck /> EU work permit
            </Badge>
            <Badge tone="positive">
              <CircleCheck /> Above your floor
            </Badge>
            <Badge tone="warning">
              <CircleHelp /> “quarterly on-site”: check
            </Badge>
          </div>
        </div>
      </div>
      <ul className="space-y-2">
        {POINTS.map(({ name, points, of }) => (
          <li key={name} className="grid grid-cols-[8.5rem_1fr_3.5rem] items-center gap-3 text-sm">
            <span className="text-muted">{name}</span>
            <span className="h-1.5 overflow-hidden rounded-full bg-hover">
              <span className="block h-full rounded-full bg-band-strong" style={{ width: `${(points / of) * 100}%` }} />
            </span>
            <span className="text-right tabular">
              {points} <span className="text-muted">/ {of}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="rounded-lg border border-border bg-background p-3.5 leading-relaxed">
        <p>
          You have shipped <mark className="bg-band-strong-soft px-0.5 text-band-strong">TypeScript and React</mark> at
          scale, care about <mark className="bg-band-strong-soft px-0.5 text-band-strong">accessibility</mark>, and
          bring some <mark className="bg-band-stretch-soft px-0.5 text-band-stretch">GraphQL</mark>.
        </p>
        <p className="mt-2 border-border border-t pt-2 text-muted text-sm">
          From your CV: “Led the move of 40 screens to React and TypeScript”, Northwind, 2021 to 2025
        </p>
      </div>
    </div>
  );
}
