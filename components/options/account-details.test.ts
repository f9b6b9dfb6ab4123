import { expect, test } from "vitest";
import { DANA } from "../../tests/fixtures/account.ts";
import { accountDetails, nameInCal } from "./account-details.ts";

test("who and where an account is does not repeat its name", () => {
  expect(accountDetails(DANA)).toBe("dana@example.com · Cal.com");
  expect(accountDetails({ ...DANA, label: "Clinic" })).toBe("dana@example.com · Cal.com");
  const unaddressed = { ...DANA, label: "Clinic", user: { ...DANA.user, email: null } };
  expect(accountDetails(unaddressed)).toBe("Dana Lopez · Cal.com");
  const unnamed = { ...DANA, user: { ...DANA.user, name: null, username: null } };
  expect(accountDetails(unnamed)).toBe("Cal.com");
});

test("a key that does not stay is said to go", () => {
  const details = "dana@example.com · Cal.com · key forgotten when the browser closes";
  expect(accountDetails({ ...DANA, keyIn: "session" })).toBe(details);
});

test("an account that the person has named still has the name that Cal.com knows", () => {
  expect(nameInCal({ ...DANA, label: "Clinic" })).toBe("Dana Lopez");
});
