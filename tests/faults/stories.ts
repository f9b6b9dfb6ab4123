import type { Stories } from "../browser-tests.ts";

/** What goes wrong, and what holds then. */
export const FAULTS: Stories = {
  folder: "tests/faults",
  onceIsEnough: ["actions", "answers", "doubt", "mending", "mending-refused", "restoring"],
  inTheLongRun: ["more-than-fits.chromium"],
};
