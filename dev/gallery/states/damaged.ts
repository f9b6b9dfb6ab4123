import { remember, stored } from "../../../tests/fixtures/account.ts";
import { answered } from "../../../tests/fixtures/answers.ts";
import { google } from "../../../tests/fixtures/people.ts";

/** States of a store that a page can't draw. */
export const damaged = {
  setup: () => ({}),
  damaged: () => ({
    ...stored(remember([answered(15, [google])])),
    "status:dana": { version: 1, state: null },
  }),
  newer: () => ({ ...stored(remember([answered(15, [google])])), settings: { version: 9 } }),
};
