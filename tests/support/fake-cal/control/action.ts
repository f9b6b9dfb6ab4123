import type { Context } from "../context.ts";
import type { Fields } from "./fields.ts";

/** Does something to the world, and says in a sentence what. */
export type Action = (context: Context, fields: Fields) => string;
