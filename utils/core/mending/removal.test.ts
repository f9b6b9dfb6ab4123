import { describe, expect, test } from "vitest";
import { aConnection, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { brokenGoogle, google, MendingStory, UNREADABLE } from "../../../tests/support/unit/mending-story.ts";
import type { AccountState } from "../model/account-state.ts";
import { isRemovableHere, removalOf } from "./removal.ts";

const removal = (story: MendingStory, before: AccountState = story.state) =>
  removalOf(story.state, before, GOOGLE);
const well = () => new MendingStory().answer([google(1, "main", "Team")]);
const broken = () => well().answer([brokenGoogle(1)], null);
const beside = () => broken().answer([brokenGoogle(1), google(2, "main", "Team")], null);

describe("an old connection is removed", () => {
  test("once it is broken beyond doubt and another one stands for it that works", () => {
    expect(removal(beside())).toEqual(GOOGLE);
  });

  test("not while none stands for it", () => {
    expect(removal(broken())).toEqual({ problem: "noSuccessor" });
    const story = broken();
    expect(removalOf(story.state, new MendingStory().state, GOOGLE)).toEqual({ problem: "noSuccessor" });
  });

  test("not when the one that stood for it broke meanwhile", () => {
    const story = beside();
    const before = story.state;
    story.answer([brokenGoogle(1), brokenGoogle(2)], null);
    expect(removal(story, before)).toEqual({ problem: "successorBroke" });
  });

  test("not when it works again", () => {
    expect(removal(well())).toEqual({ problem: "stillWorks" });
  });

  test("not when it may work again in a moment", () => {
    const story = well().answer([brokenGoogle(1, UNREADABLE), google(2, "main", "Team")], null);
    expect(removal(story)).toEqual({ problem: "inDoubt" });
  });

  test("not here, when Cal.com's routes don't know its app or its administrator made it", () => {
    for (const id of [
      { ...GOOGLE, integration: "zoho_calendar" },
      { ...GOOGLE, delegationCredentialId: "d" },
    ]) {
      const state = { ...well().state, connections: [aConnection({ ...id, condition: "broken" })] };
      expect(removalOf(state, state, id)).toEqual({ problem: "webAppOnly" });
    }
  });

  test("and there is nothing to do when it is gone already", () => {
    expect(removalOf(new MendingStory().state, beside().state, GOOGLE)).toBe("gone");
    const missing = { ...well().state, connections: [aConnection({ condition: "missing" })] };
    expect(removalOf(missing, missing, GOOGLE)).toBe("gone");
  });
});

test("a credential has an id of its own: what delegations share is none, and an entry without one can't be named", () => {
  expect(isRemovableHere({ ...GOOGLE, credentialId: 0 })).toBe(true);
  expect(isRemovableHere({ ...GOOGLE, credentialId: -1 })).toBe(false);
  expect(isRemovableHere({ ...GOOGLE, credentialId: null })).toBe(false);
});
