/** The parts of the page, in their order. Their hashes, such as `#history`, are what links open them by. */
export const PARTS = ["accounts", "alerts", "history", "help"] as const;

export type Part = (typeof PARTS)[number];

/** Which part an address asks for: the first where it asks for none that there is. @param hash with its `#`, or "" */
export function partOf(hash: string): Part {
  return PARTS.find((part) => `#${part}` === hash) ?? PARTS[0];
}

/** The parts that there is something in: nothing has happened before there is an account. */
export function partsWith(accounts: number): readonly Part[] {
  return accounts > 0 ? PARTS : PARTS.filter((part) => part !== "history");
}
