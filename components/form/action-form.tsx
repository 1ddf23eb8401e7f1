"use client";

import { CircleAlert } from "lucide-react";
import { type ComponentProps, type ReactNode, useActionState, useCallback, useEffect, useRef, useState } from "react";
import { FieldErrorsContext } from "@/components/ui/field-context";
import type { Action, ActionResult } from "@/lib/actions";
import type { FieldErrors } from "@/lib/errors";
import { cn } from "@/lib/utils";

type ActionFormProps<T> = Omit<ComponentProps<"form">, "action" | "children"> & {
  action: Action<T>;
  children: ReactNode;
  /** Only from a client component. */
  onSuccess?: (data: T) => void;
  /** Empty the fields after success. What was typed is never lost on an error. */
  resetOnSuccess?: boolean;
};

/** A form bound to a server action: keeps typed values, shows errors at their Field, focuses the first, announces all. */
export function ActionForm<T>({
  action,
  children,
  onSuccess,
  resetOnSuccess,
  className,
  ...props
}: ActionFormProps<T>) {
  const [result, dispatch] = useActionState<ActionResult<T> | null, FormData>(action, null);
  const { formRef, allowReset } = useResetGuard();
  const [edited, setEdited] = useState<{ result: unknown; names: string[] }>({ result: null, names: [] });
  const error = result && !result.ok ? result.error : undefined;
  const corrected = edited.result === result ? edited.names : [];
  const fields = omitFields(error?.fields ?? {}, corrected);
  const onSuccessRef = useRef(onSuccess);
  onSuccessRef.current = onSuccess;

  useEffect(() => {
    if (!result) return;
    if (!result.ok) {
      const first = formRef.current?.querySelector<HTMLElement>("[aria-invalid='true']");
      (first ?? formRef.current?.querySelector<HTMLElement>("[data-form-error]"))?.focus();
      return;
    }
    if (resetOnSuccess) allowReset();
    onSuccessRef.current?.(result.data);
  }, [result, resetOnSuccess, allowReset, formRef]);

  return (
    <form
      noValidate
      {...props}
      ref={formRef}
      action={dispatch}
      onChange={(event) => {
        props.onChange?.(event);
        const name = (event.target as unknown as HTMLInputElement).name?.replace(/\[\]$/, "");
        if (error?.fields && name && !corrected.includes(name)) setEdited({ result, names: [...corrected, name] });
      }}
      className={cn("space-y-4", className)}
    >
      <FieldErrorsContext value={fields}>
        <div role="alert" className={error ? undefined : "hidden"}>
          {error && (
            <div
              data-form-error
              tabIndex={-1}
              className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger"
            >
              <CircleAlert aria-hidden className="mt-[3px] size-4 shrink-0" />
              <div>
                <p>{error.message}</p>
                {error.fields?._?.map((message) => (
                  <p key={message}>{message}</p>
                ))}
              </div>
            </div>
          )}
        </div>
        {children}
      </FieldErrorsContext>
    </form>
  );
}

function omitFields(errors: FieldErrors, names: string[]): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => !names.some((name) => path === name || path.startsWith(`${name}.`))),
  );
}

/** React empties a form after its action, errors included, and controls listen for it; we hold that back. */
function useResetGuard() {
  const formRef = useRef<HTMLFormElement>(null);
  const isAllowed = useRef(false);
  useEffect(() => {
    const form = formRef.current;
    const guard = (event: Event) => {
      if (isAllowed.current) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    form?.addEventListener("reset", guard, { capture: true });
    return () => form?.removeEventListener("reset", guard, { capture: true });
  }, []);
  const allowReset = useCallback(() => {
    isAllowed.current = true;
    formRef.current?.reset();
    isAllowed.current = false;
  }, []);
  return { formRef, allowReset };
}
