/** Does something before a step. @returns what is to be done after the step, if it is passed */
type Before = () => Promise<unknown>;

/** The steps of a story, one after the other. */
export interface Step {
  /** @throws what `act` throws, with the name of the step before its message */
  (name: string, act: () => unknown): Promise<void>;
  /** Does this before each step that follows. A function that it returns is called after the step, if that is passed. */
  beforeEach(prepare: Before): void;
  /** The name of the step that is under way, or was the last one; null before the first. */
  latest(): string | null;
}

export type Tell<S> = (stage: S, step: Step) => Promise<void>;

export function stepsOf(): Step {
  const prepared: Before[] = [];
  let latest: string | null = null;
  async function step(name: string, act: () => unknown): Promise<void> {
    latest = name;
    try {
      const afterwards: unknown[] = [];
      for (const prepare of prepared) afterwards.push(await prepare());
      await act();
      for (const clean of afterwards.reverse()) if (typeof clean === "function") await clean();
    } catch (error) {
      throw inStep(name, error);
    }
  }
  return Object.assign(step, {
    beforeEach: (prepare: Before) => void prepared.push(prepare),
    latest: () => latest,
  });
}

/** The same error, so that what was expected and what was there is still shown with it. */
function inStep(name: string, error: unknown): Error {
  const told = error instanceof Error ? error : new Error(String(error));
  const { message, stack } = told;
  told.message = `step "${name}": ${message}`;
  // Some reporters show the message, some the stack that it begins.
  if (stack) told.stack = stack.replace(message, () => told.message);
  return told;
}
