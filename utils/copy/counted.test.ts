import { expect, test } from "vitest";
import { remember } from "../../tests/fixtures/account.ts";
import { answered, calendar, connection } from "../../tests/fixtures/answers.ts";
import { summarise } from "../core/findings/summary.ts";
import { counted } from "./counted.ts";

test("what is said counts as the badge does: a calendar that two connections list is one", () => {
  const twice = [1, 2].map((id) =>
    connection("google_calendar", id, [
      calendar("Own"),
      calendar("Rota", { isSelected: false, readOnly: true }),
    ]),
  );
  const states = [remember([answered(5, twice)])];
  const { problems, notices } = counted(states, "notice", 0);
  expect(problems + notices).toBe(summarise(states, "notice").count);
  expect(notices).toBe(2);
});
