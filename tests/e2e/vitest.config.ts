import { browserTests } from "../browser-tests.ts";

export default browserTests("tests/e2e", {
  onceIsEnough: [
    "accounts",
    "acknowledged",
    "actions-cache",
    "added-again",
    "connected-twice",
    "details",
    "earlier-version",
    "failed-checks",
    "habits",
    "hiccup",
    "history",
    "keep-set-up",
    "mended-in-place",
    "mending-orders",
    "moved",
    "new-id",
    "options",
    "quiet-for-a-while",
    "quiet-hours",
    "removed-first",
    "snooze",
    "thousand",
  ],
});
