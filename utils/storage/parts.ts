/** An object in a record that nobody has looked at yet: any part may be gone, or be anything. */
export type Parts = Readonly<Record<string, unknown>>;

/** The parts of an object; null of anything else. */
export function partsOf(value: unknown): Parts | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Parts) : null;
}

/** The entries of a list; none of anything else. */
export function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What is made of an object. Anything else stays as it is, to be lost alone when the schema looks at it. */
export function changed(value: unknown, change: (parts: Parts) => object): unknown {
  const parts = partsOf(value);
  return parts ? change(parts) : value;
}

/** The same of each entry of a list. */
export function eachChanged(value: unknown, change: (parts: Parts) => object): unknown {
  return Array.isArray(value) ? value.map((entry) => changed(entry, change)) : value;
}
