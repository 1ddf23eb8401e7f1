import { z } from "zod";

type Known = z.core.$ZodTypes;

/** The copy keeps what the reference page says of the original. */
const KEEP = { parent: true } as const;

/**
 * The same schema with every object in it closed: a field nobody knows is refused instead of dropped, so neither a typing
 * mistake nor `role: "admin"` passes in silence.
 */
export function strictly<S extends z.ZodType>(schema: S): S {
  return close(schema as unknown as Known) as unknown as S;
}

function close(schema: Known): Known {
  const { def } = schema._zod;
  switch (def.type) {
    case "object":
      return z.core.clone(
        schema,
        {
          ...def,
          shape: Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, close(field as Known)])),
          catchall: z.never(),
        } as never,
        KEEP,
      );
    case "array":
      return z.core.clone(schema, { ...def, element: close(def.element as Known) } as never, KEEP);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
      return z.core.clone(schema, { ...def, innerType: close(def.innerType as Known) } as never, KEEP);
    case "union":
      return z.core.clone(
        schema,
        { ...def, options: def.options.map((option) => close(option as Known)) } as never,
        KEEP,
      );
    case "pipe":
      return z.core.clone(schema, { ...def, in: close(def.in as Known) } as never, KEEP);
    default:
      return schema;
  }
}
