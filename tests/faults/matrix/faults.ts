import { ANSWERS } from "./answers.ts";
import { BODY_FAULTS } from "./bodies.ts";
import type { Fault } from "./fault.ts";
import { NETWORK } from "./network.ts";

/** All of them. Each has a name of its own, by which the tables know it. */
export const FAULTS: readonly Fault[] = [...NETWORK, ...ANSWERS, ...BODY_FAULTS];
