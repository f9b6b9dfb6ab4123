import type * as z from "zod/mini";
import { fallbackOf } from "../schemas/fallbacks.ts";
import { type Parts, partsOf } from "./parts.ts";

/** What the walk needs of a schema, whatever it is of. */
interface Definition {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  options?: readonly z.ZodMiniType[];
  innerType?: z.ZodMiniType;
  checks?: readonly unknown[];
}

interface Saved {
  value: unknown;
}

/**
 * Makes the best of what does not fit a schema: each part of an object, at whatever depth, is saved or lost alone, and of a list
 * each entry. What is known under no name of the schema stays.
 * @returns null when nothing can be saved
 */
export function salvage<T>(schema: z.ZodMiniType<T>, raw: unknown): T | null {
  const saved = save(schema, raw, partsOf(raw) ?? {});
  // Safe: it is made of what the schema itself has let through.
  return saved ? (saved.value as T) : null;
}

function save(schema: z.ZodMiniType, raw: unknown, record: Parts): Saved | null {
  const { type, element, options = [], innerType } = definitionOf(schema);
  switch (type) {
    case "object":
      return saveObject(schema, raw, record);
    case "array":
      return element && Array.isArray(raw) ? saveList(element, raw, record) : null;
    case "union":
      return sound(schema, raw) ?? firstOf(options, (option) => save(option, raw, record));
    default:
      return sound(schema, raw) ?? (innerType ? save(innerType, raw, record) : null);
  }
}

function saveObject(schema: z.ZodMiniType, raw: unknown, record: Parts): Saved | null {
  const beside = partsOf(raw);
  if (!beside) return null;
  const { shape = {}, checks = [] } = definitionOf(schema);
  const parts: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(shape)) {
    const mayBeAbsent = definitionOf(part).type === "optional";
    if (mayBeAbsent && !Object.hasOwn(beside, name)) continue;
    const saved = save(part, beside[name], record) ?? fallbackOf(schema, part, name, beside, record);
    if (saved) parts[name] = saved.value;
    else if (!mayBeAbsent) return null;
  }
  const others = Object.entries(beside).filter(([name]) => !Object.hasOwn(shape, name));
  const value = { ...parts, ...Object.fromEntries(others) };
  // What has to hold of all of its parts together.
  return checks.length === 0 ? { value } : sound(schema, value);
}

function saveList(element: z.ZodMiniType, raw: readonly unknown[], record: Parts): Saved {
  const saved = raw.map((entry) => save(element, entry, record)).filter((entry) => entry !== null);
  return { value: saved.map(({ value }) => value) };
}

function sound(schema: z.ZodMiniType, raw: unknown): Saved | null {
  const parsed = schema.safeParse(raw);
  return parsed.success ? { value: parsed.data } : null;
}

function definitionOf(schema: z.ZodMiniType): Definition {
  return schema._zod.def as Definition;
}

function firstOf<T, R>(all: readonly T[], of: (one: T) => R | null): R | null {
  for (const one of all) {
    const found = of(one);
    if (found !== null) return found;
  }
  return null;
}
