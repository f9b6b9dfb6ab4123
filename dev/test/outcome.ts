/** What a stage came to. Every test of a test runner counts one, every other stage counts one as a whole. */
export interface Outcome {
  passed: number;
  failed: number;
  /** Shown when something failed, or when the stage has something to say. */
  output: string;
  /** Files that were run a second time, each with why. */
  again?: readonly string[];
}

export function passed(output = ""): Outcome {
  return { passed: 1, failed: 0, output };
}

export function failed(output: string): Outcome {
  return { passed: 0, failed: 1, output };
}

/** One failure with all these sentences, or a pass when there is none. */
export function fromProblems(problems: readonly string[], summary = ""): Outcome {
  return problems.length === 0
    ? passed(summary)
    : failed(problems.map((problem) => `- ${problem}`).join("\n"));
}

/** Several outcomes as one. */
export function together(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    output: outcomes
      .map(({ output }) => output)
      .filter(Boolean)
      .join("\n"),
    again: outcomes.flatMap(({ again = [] }) => again),
  };
}

export interface Stage {
  name: string;
  /** Stages without whose success this one makes no sense. */
  needs?: readonly string[];
  run(): Promise<Outcome>;
}
