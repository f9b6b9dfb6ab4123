/** Anything that prints a line for a line. */
interface Plays {
  play(line: string): string;
}

/** Where two disagree about a timeline, with the lines up to there. */
export interface Difference {
  lines: string[];
  expected: string;
  actual: string;
}

/** @returns the first line for which they print something else, or null */
export function firstDifference(lines: string[], right: Plays, other: Plays): Difference | null {
  for (const [index, line] of lines.entries()) {
    const expected = printedBy(right, line);
    const actual = printedBy(other, line);
    if (expected !== actual) return { lines: lines.slice(0, index + 1), expected, actual };
  }
  return null;
}

function printedBy(plays: Plays, line: string): string {
  try {
    return plays.play(line);
  } catch (error) {
    return `throws ${error}`;
  }
}

/** A text that can be replayed: the lines first, then what was printed for the last one. */
export function described({ lines, expected, actual }: Difference): string {
  return `${lines.join("\n")}\n\noracle: ${expected}\nreplay: ${actual}`;
}
