"use client";

import { createContext, useContext } from "react";
import type { FieldErrors } from "@/lib/errors";

/** What a Field tells the control inside it. */
export interface FieldControl {
  id: string;
  name: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  required?: boolean;
}

export const FieldControlContext = createContext<FieldControl | undefined>(undefined);

/** Messages of the last answer from the server, by dotted field path. Provided by ActionForm. */
export const FieldErrorsContext = createContext<FieldErrors>({});

/** The control's own props win over what its Field says. */
export function useFieldControl<P extends object>(props: P): P {
  const control = useContext(FieldControlContext);
  return control ? { ...control, ...props } : props;
}

/** The first message for a path or anything below it. */
export function useFieldError(name: string): string | undefined {
  const errors = useContext(FieldErrorsContext);
  const path = Object.keys(errors).find((key) => key === name || key.startsWith(`${name}.`));
  return path ? errors[path]?.[0] : undefined;
}
