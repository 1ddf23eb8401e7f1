import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const FILTERS = { all: "Everybody", admins: "Admins", unverified: "Address not confirmed", disabled: "Disabled" };

/** A plain GET form: the address is the state. */
export function PeopleFilters({ q, filter }: { q: string; filter: keyof typeof FILTERS }) {
  return (
    <Form action="/admin/people" role="search" aria-label="People" className="flex flex-wrap gap-2 px-4 py-3">
      <div className="min-w-0 grow basis-full sm:basis-48">
        <Input name="q" type="search" defaultValue={q} aria-label="Address or name" placeholder="Address or name" />
      </div>
      <div className="min-w-0 flex-1 sm:w-52 sm:flex-none">
        <Select name="filter" defaultValue={filter} aria-label="Who">
          {Object.entries(FILTERS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit">Find</Button>
    </Form>
  );
}
