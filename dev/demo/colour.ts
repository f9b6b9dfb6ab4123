import { COLOURS } from "../../utils/background/badge/badge.ts";

/** The word for a badge's colour, e.g. "red"; its numbers when the extension has no such colour. */
export function colourName([red, green, blue]: readonly number[]): string {
  const hex = `#${[red, green, blue].map((part) => (part ?? 0).toString(16).padStart(2, "0")).join("")}`;
  return Object.entries(COLOURS).find(([, value]) => value === hex)?.[0] ?? hex;
}
