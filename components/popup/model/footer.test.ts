import { expect, test } from "vitest";
import { DANA, MINUTE, NOW, remember } from "../../../dev/gallery/account.ts";
import { answered, failed, type Seen } from "../../../dev/gallery/answers.ts";
import { google, toDana } from "../../../dev/gallery/people.ts";
import { moment } from "../../shared/moment.ts";
import { footerText } from "./footer.ts";

const of = (nextCheckAt: number | null, ...seen: Seen[]) =>
  footerText([{ account: DANA, memory: remember(seen), nextCheckAt }], NOW);
const at = (minutesAgo: number) => moment(NOW - minutesAgo * MINUTE, NOW);
const well = answered(15, [google], toDana);

test("says when Cal.com was asked and is asked next", () => {
  expect(of(NOW + 15 * MINUTE, well)).toEqual({
    checked: `Checked ${at(15)}`,
    next: `next about ${at(-15)}`,
  });
});

test("tells an attempt from an answer", () => {
  expect(of(null, well, failed(5, { reason: "offline" }))).toEqual({
    checked: `Checked ${at(15)}, tried ${at(5)}`,
    next: null,
  });
  expect(of(null, failed(5, { reason: "offline" })).checked).toBe(`Tried ${at(5)}`);
  expect(of(null).checked).toBe("Not checked yet");
});

test("a check that is overdue comes any moment", () => {
  expect(of(NOW - 1, well).next).toBe("next any moment");
});
