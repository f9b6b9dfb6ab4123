import { remember, stored } from "../account.ts";
import { answered } from "../answers.ts";
import { google } from "../people.ts";

/** States of a store that a page can't draw. */
export const damaged = {
  setup: () => ({}),
  damaged: () => ({
    ...stored(remember([answered(15, [google])])),
    "status:dana": { version: 1, memory: null },
  }),
  newer: () => ({ ...stored(remember([answered(15, [google])])), settings: { version: 9 } }),
};
