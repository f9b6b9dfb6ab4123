import type { BrowserName } from "../../tests/support/browsers/browser-under-test.ts";
import type { Reading } from "./stamp.ts";
import type { Subject } from "./subjects.ts";

/** All openings in one situation. Firefox tells of the paint alone. */
export interface Measured {
  browser: BrowserName;
  how: "tab" | "popup";
  situation: string;
  /** In the order of the pairs; of some subjects there may be none. */
  readings: Readonly<Record<Subject, readonly (Pick<Reading, "paint"> & Partial<Reading>)[]>>;
}
