import { browserTests } from "./browser-tests.ts";
import { E2E } from "./e2e/stories.ts";
import { FAULTS } from "./faults/stories.ts";

/** Faults first: they wait for minutes for answers that do not come, and others can compute meanwhile. */
export default browserTests(FAULTS, E2E);
