/** A control action that makes no sense; its message is a sentence for the person who asked. */
export class ControlError extends Error {}

/** What an action came with, read field by field. */
export type Fields = Readonly<Record<string, unknown>>;

/** @throws ControlError when the field is missing or no text */
export function textField(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== "string") {
    throw new ControlError(`"${name}" must be a text, but is ${described(value)}.`);
  }
  return value;
}

export function optionalText(fields: Fields, name: string): string | undefined {
  return fields[name] === undefined ? undefined : textField(fields, name);
}

/** One text, or a list of them. */
export function optionalTexts(fields: Fields, name: string): string | string[] | undefined {
  const value = fields[name];
  return Array.isArray(value)
    ? value.map((one) => textField({ [name]: one }, name))
    : optionalText(fields, name);
}

/** @throws ControlError when the field is missing or no whole number from `least` up */
export function wholeField(fields: Fields, name: string, least = 0): number {
  const value = fields[name];
  if (typeof value !== "number" || !Number.isInteger(value) || value < least) {
    throw new ControlError(`"${name}" must be a whole number from ${least} up, but is ${described(value)}.`);
  }
  return value;
}

export function optionalWhole(fields: Fields, name: string, least = 0): number | undefined {
  return fields[name] === undefined ? undefined : wholeField(fields, name, least);
}

/** A boolean, which is `fallback` when it is left out. */
export function flagField(fields: Fields, name: string, fallback: boolean): boolean {
  const value = fields[name] ?? fallback;
  if (typeof value !== "boolean") {
    throw new ControlError(`"${name}" must be true or false, but is ${described(value)}.`);
  }
  return value;
}

/** One of a list of words. */
export function choiceField<Choice extends string>(
  fields: Fields,
  name: string,
  choices: readonly Choice[],
): Choice {
  const value = textField(fields, name);
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new ControlError(`"${name}" must be one of ${choices.join(", ")}, but is ${described(value)}.`);
  }
  return found;
}

/** Header names with their values, all of them texts. */
export function optionalHeaders(fields: Fields, name: string): Record<string, string> | undefined {
  const value = fields[name];
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ControlError(`"${name}" must be an object of texts, but is ${described(value)}.`);
  }
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key]) => [key, textField({ ...value }, key)]));
}

function described(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value);
}
