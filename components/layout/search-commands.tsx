"use client";

import { Command } from "cmdk";
import { Play, Plus } from "lucide-react";
import { startTransition, useEffect, useState } from "react";
import { toast } from "sonner";
import { listCommandsAction } from "@/app/(app)/actions";
import { startRunAction } from "@/app/(app)/searches/actions";
import { CommandItem, groupClasses } from "./command-item";

/** "Run …" for every saved search. The list is asked for when the palette opens; until then there is nothing to choose. */
export function SearchCommands({ close, go }: { close: () => void; go: (href: string) => () => void }) {
  const [searches, setSearches] = useState<{ id: string; name: string }[]>([]);
  useEffect(() => {
    let isCurrent = true;
    listCommandsAction({}).then((result) => {
      if (isCurrent && result.ok) setSearches(result.data.searches);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  const run = (searchId: string) => () => {
    close();
    startTransition(async () => {
      // On success the server sends the reader to the run.
      const result = await startRunAction({ searchId });
      if (result && !result.ok) toast.error(result.error.message);
    });
  };
  return (
    <Command.Group heading="Searches" className={groupClasses}>
      {searches.map(({ id, name }) => (
        <CommandItem key={id} value={`run search ${name} ${id}`} icon={Play} onSelect={run(id)}>
          <span className="truncate">Run “{name}”</span>
        </CommandItem>
      ))}
      <CommandItem value="new search create" icon={Plus} onSelect={go("/searches/new")}>
        New search
      </CommandItem>
    </Command.Group>
  );
}
