import { expect, it } from "vitest";
import { calendar, DANA, danas, google, primary, unselected } from "../../../tests/fixtures/bodies.ts";
import { Replay } from "../../../tests/support/unit/replay.ts";

it.each([
  [0, "", "ok"],
  [1, "1", "attention"],
  [99, "99", "attention"],
  [100, "99+", "attention"],
  [1000, "99+", "attention"],
])("%i subjects are %j on the badge", (count, badge, state) => {
  const others = Array.from({ length: count }, (_, index) => unselected(`c${index}`, { readOnly: true }));
  expect(new Replay().answer(danas(google(135, primary(DANA), ...others)))).toMatchObject({ badge, state });
});

it("findings are sorted by level, kind, and the printed subject by code unit", () => {
  const names = ["b", "B", "é", 'a"', "a", "😀", "\uFB01"];
  const readOnly = names.map((name) => calendar(name, { readOnly: true }));
  const shown = new Replay().answer(danas(google(135, primary(DANA), ...readOnly)));
  expect(shown.findings).toEqual(
    ["B", "a", 'a"', "b", "é", "😀", "\uFB01"].map((name) => `notice read-only 135 ${name}`),
  );
});
