import { DANA, remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, failed, failing as failures, type Seen } from "../../../tests/fixtures/answers.ts";
import { google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { Rejection } from "../../../utils/cal-api/observation.ts";

const before = answered(200, [google, outlook], toDana);

/** States in which Cal.com gives no good answer. */
export const failing = {
  unreachable: () => stored(remember([before, ...failures(180, { reason: "offline" })])),
  "unreachable-with-notices": () =>
    stored(
      remember([
        answered(200, [googleFlagged], toDana),
        ...failures(180, { reason: "server-failed", status: 502 }),
      ]),
    ),
  blip: () => stored(remember([answered(40, [google], toDana), failed(10, { reason: "timed-out" })])),
  "never-reached": () => stored(remember([failed(2, { reason: "unreachable" })])),
  rejected: () => stored(remember([before, rejected("invalid")])),
  expired: () => stored(remember([before, rejected("expired")])),
  "key-forgotten": () =>
    stored(remember([before, failed(1, { reason: "no-key" })]), { ...DANA, keyIn: "session" }),
  "no-permission": () =>
    stored(remember([before, failed(1, { reason: "no-permission" })]), {
      ...DANA,
      region: "self-hosted",
      apiUrl: "https://cal.example.org/api/v2",
      webUrl: null,
    }),
};

function rejected(rejection: Rejection): Seen {
  return { minutesAgo: 5, observation: { kind: "key-rejected", status: 401, rejection } };
}
