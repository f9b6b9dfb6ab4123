import { expect, it } from "vitest";
import { brings, takesAway } from "../stage/changes.ts";

/** A page that shows this text, until another is set. */
function pageWith(text: string) {
  const page = {
    shown: text,
    text: async () => page.shown,
    waitForText: async (wanted: string) => expect.poll(page.text).toContain(wanted),
  };
  return page;
}

it("a text that stands there already, as a part of another, is not waited for, and nothing is done", async () => {
  const page = pageWith("Connected as Dana");
  let isDone = false;
  const waiting = brings(page, "Connect", async () => {
    isDone = true;
  });
  await expect(waiting).rejects.toThrow('"Connect" not to be there before');
  expect(isDone).toBe(false);
});

it("a text that was said of the interaction before may go first", async () => {
  const page = pageWith("Renamed");
  setTimeout(() => {
    page.shown = "";
  });
  await brings(page, "Renamed", async () => {
    expect(page.shown).toBe("");
    page.shown = "Renamed";
  });
  expect(page.shown).toBe("Renamed");
});

it("a text has to be there before it can be taken away", async () => {
  const page = pageWith("");
  setTimeout(() => {
    page.shown = "Snoozed until 8:00";
  });
  await takesAway(page, "Snoozed until", async () => {
    expect(page.shown).toBe("Snoozed until 8:00");
    page.shown = "";
  });
  expect(page.shown).toBe("");
});
