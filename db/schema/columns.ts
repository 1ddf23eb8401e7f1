import { timestamp, uuid } from "drizzle-orm/pg-core";

export const id = () => uuid().primaryKey().defaultRandom();
/** An instant. Named `…At` everywhere. */
export const at = () => timestamp({ withTimezone: true, mode: "date" });
export const timestamps = {
  createdAt: at().notNull().defaultNow(),
  updatedAt: at()
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date()),
};
