import { ANSWERS } from "./answers.ts";
import { BODY_FAULTS } from "./bodies.ts";
import { ACCESS, EXTENSION } from "./extension.ts";
import type { Fault } from "./fault.ts";
import { NETWORK } from "./network.ts";
import { POPUP } from "./popup.ts";
import { STORAGE } from "./storage.ts";
import { TIME } from "./time.ts";
import { WORKER } from "./worker.ts";

/** All of them. Each has a name of its own, by which the tables know it. */
export const FAULTS: readonly Fault[] = [
  ...NETWORK,
  ...ANSWERS,
  ...BODY_FAULTS,
  ...TIME,
  ...STORAGE,
  ...ACCESS,
  ...WORKER,
  ...EXTENSION,
  ...POPUP,
];
