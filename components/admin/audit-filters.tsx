import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { AUDIT_TOPICS, type AuditTopic } from "@/lib/audit/words";

interface AuditFiltersProps {
  person: string;
  topic?: AuditTopic;
  from?: string;
  until?: string;
}

/** A plain GET form: the address is the state. Days are UTC, like the log's own. */
export function AuditFilters({ person, topic, from, until }: AuditFiltersProps) {
  return (
    <Form
      action="/admin/audit"
      role="search"
      aria-label="Audit log"
      className="grid grid-cols-2 items-end gap-x-3 gap-y-2.5 px-4 py-3 md:grid-cols-[minmax(0,1fr)_12rem_10rem_10rem_auto]"
    >
      <div className="space-y-1 max-md:col-span-2">
        <Label htmlFor="audit-person">Person</Label>
        <Input id="audit-person" name="person" defaultValue={person} placeholder="you@example.com" autoComplete="off" />
      </div>
      <div className="space-y-1 max-md:col-span-2">
        <Label htmlFor="audit-topic">What</Label>
        <Select id="audit-topic" name="topic" defaultValue={topic ?? ""}>
          <option value="">Everything</option>
          {Object.entries(AUDIT_TOPICS).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <div className="space-y-1">
        <Label htmlFor="audit-from">From</Label>
        <Input id="audit-from" name="from" type="date" defaultValue={from} />
      </div>
      <div className="space-y-1">
        <Label htmlFor="audit-until">Until</Label>
        <Input id="audit-until" name="until" type="date" defaultValue={until} />
      </div>
      <Button type="submit" className="max-md:col-span-2">
        Show
      </Button>
    </Form>
  );
}
