"use client";

import { Ellipsis, Pause, Play, Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { deleteSearchAction, pauseSearchAction } from "@/app/(app)/searches/actions";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

/** Pause, resume and delete. */
export function SearchMenu({ id, name, isActive }: { id: string; name: string; isActive: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, start] = useTransition();
  const pause = () =>
    start(async () => {
      const result = await pauseSearchAction({ id, isActive: !isActive });
      if (!result.ok) toast.error(result.error.message);
      else toast.success(result.data.isActive ? "The schedule is on again" : "Paused; it runs only when you press Run");
    });
  const remove = () =>
    start(async () => {
      const result = await deleteSearchAction({ id });
      if (result && !result.ok) toast.error(result.error.message);
    });
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={`More for ${name}`}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={pause}>
            {isActive ? <Pause aria-hidden /> : <Play aria-hidden />}
            {isActive ? "Pause schedule" : "Resume schedule"}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setAsking(true)} isDanger>
            <Trash2 aria-hidden /> Delete…
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Dialog open={isAsking} onOpenChange={setAsking}>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>Delete “{name}”?</DialogTitle>
            <DialogDescription>
              Its runs and their decisions go with it. The jobs it found stay in your list.
            </DialogDescription>
          </DialogHeader>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <Button variant="danger" onClick={remove} aria-disabled={isBusy || undefined}>
              Delete search
            </Button>
          </DialogFooter>
        </DialogContent>
      </Dialog>
    </>
  );
}
