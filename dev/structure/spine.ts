import type { Tree } from "./tree.ts";

/** A function that data passes through. */
export interface Step {
  /** Path from the project's folder. */
  in: string;
  /** What the file itself calls it: a function, a class, a constant or a method. */
  name: string;
  /** The file of an earlier step that it is called by or hands its result to; the step before when left out. */
  from?: string;
  /** What carries the data from the step before where no import does, e.g. a message of the browser. */
  across?: string;
}

export interface Spine {
  name: string;
  steps: readonly Step[];
}

/** @returns the distinct files that the data passes through, in the order in which it first does. */
export function spineFiles({ steps }: Spine): string[] {
  return [...new Set(steps.map((step) => step.in))];
}

/**
 * Holds a spine against the code.
 *
 * @returns a sentence for each file or function that is not there, and for each step that nothing ties to the one it follows
 */
export function spineProblems(spine: Spine, { code }: Tree): string[] {
  return spine.steps.flatMap((step, index) => {
    const where = `Spine "${spine.name}", step ${index + 1}:`;
    const file = code.get(step.in);
    if (!file) return [`${where} there is no shipped file ${step.in}.`];
    const problems = defines(file.text, step.name) ? [] : [`${where} ${step.in} has no ${step.name}.`];
    const before = step.from ?? spine.steps[index - 1]?.in;
    if (before === undefined || step.across !== undefined) return problems;
    if (step.from !== undefined && !spine.steps.slice(0, index).some((one) => one.in === step.from))
      problems.push(`${where} ${step.from} is in no step before.`);
    // One that is not there is named already.
    else if (code.has(before) && !isTied(code, before, step.in))
      problems.push(`${where} neither of ${before} and ${step.in} imports the other.`);
    return problems;
  });
}

/** Either may import the other: what is called, or what a function is handed to. */
function isTied(code: Tree["code"], one: string, other: string): boolean {
  const imports = (file: string, target: string) =>
    code.get(file)?.ours.some((found) => found.target === target) === true;
  return one === other || imports(one, other) || imports(other, one);
}

function defines(text: string, name: string): boolean {
  const declared = `^\\s*(?:export\\s+)?(?:default\\s+)?(?:async\\s+)?(?:function\\*?|class|const|let)\\s+${name}\\b`;
  const method = `^\\s+(?:async\\s+)?${name}\\s*[<(].*\\{$`;
  return new RegExp(`${declared}|${method}`, "m").test(text);
}
