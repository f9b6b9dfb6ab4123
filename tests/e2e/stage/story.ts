import { it, onTestFinished } from "vitest";
import { type Stage, type StageOptions, setStage } from "./stage.ts";
import { type Step, stepsOf, type Tell } from "./steps.ts";

/** Each wait has a limit of its own; this one is for all steps of a story, on a machine that may be very busy. */
const STORY_MS = 600_000;
/** To start a browser. */
const SETTING_MS = 90_000;

type Closable = Pick<Stage, "close"> & Partial<Pick<Stage, "browser">>;

/**
 * One test made of steps that build on each other, on a stage of its own. It is told once: `npm test` tells a whole file again in
 * which something failed, as a browser on a busy machine loses a focus or an event now and then, and says so at its end.
 *
 * @param set what the stage is, or what sets it; it is closed when the story is over, however it ended
 */
export function story(name: string, set: StageOptions, tell: Tell<Stage>): void;
export function story<S extends Closable>(name: string, set: () => Promise<S>, tell: Tell<S>): void;
export function story(name: string, set: StageOptions | (() => Promise<Stage>), tell: Tell<Stage>): void {
  it(name, { timeout: SETTING_MS + STORY_MS }, async () => {
    const stage = await (typeof set === "function" ? set() : setStage(set));
    // A hook and no `finally`: it runs also when the time is up, and what comes next waits for it.
    onTestFinished(() => stage.close());
    const step = stepsOf();
    await Promise.race([tell(stage, step), timeIsUp(step)]);
    // After a failure nobody knows how it is.
    stage.browser?.keep();
  });
}

/** Rejects when the time is up, and says where the story was: the limit of the test runner would not. */
function timeIsUp(step: Step): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`Not over after ${STORY_MS / 1000} s, in step "${step.latest()}"`));
    }, STORY_MS);
    onTestFinished(() => clearTimeout(timer));
  });
}
