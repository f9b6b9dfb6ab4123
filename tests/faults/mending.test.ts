import { expect } from "vitest";
import { untilIdle } from "../e2e/stage/idle.ts";
import { story } from "../e2e/stage/story.ts";
import { checkNow } from "../e2e/stage/time.ts";
import { ask, changesSince, inviteBroken, isOldThere, mendingOf, nowOf } from "./support/mending-people.ts";

/** Browsers end the worker whenever they like, and Cal.com need not answer. */
story("removing the old connection is cut short", { scenario: "all-well" }, async (stage, step) => {
  const { browser, cal } = stage;
  const [removal, unanswered] = await inviteBroken(stage, ["Removal", "Unanswered"]);
  if (!removal || !unanswered) throw new Error("Nobody was invited.");

  await step(
    "the old connection is gone though the worker was stopped meanwhile, and it is asked for once",
    async () => {
      const first = cal.requests.length;
      cal.control({ action: "server", mode: "mute", path: "/v2/calendars/google/disconnect" });
      ask(stage, "remove-connection", removal).catch(() => {});
      await expect.poll(() => changesSince(cal, first)).toBe(1);
      await browser.stopWorker();
      cal.control({ action: "server", mode: "normal" });
      await checkNow(stage, 40_000);
      await untilIdle(stage);
      expect((await mendingOf(stage, removal))?.removed).toBe(true);
      expect(changesSince(cal, first)).toBe(1);
    },
  );

  await step("without an answer for 25 s that is said, and it stays to be done", async () => {
    cal.control({ action: "server", mode: "hang", path: "/v2/calendars/google/disconnect" });
    const reply = await ask(stage, "remove-connection", unanswered);
    expect(reply).toEqual({ ok: false, problem: { problem: "timedOut" } });
    expect(isOldThere(cal, unanswered)).toBe(true);
    cal.control({ action: "server", mode: "normal" });
    expect(await ask(stage, "remove-connection", unanswered)).toEqual({ ok: true });
    cal.control({ action: "server", mode: "hang", path: "/v2/selected-calendars" });
    expect(await ask(stage, "restore-everything", unanswered)).toEqual({
      ok: false,
      problem: { problem: "timedOut" },
    });
    cal.control({ action: "server", mode: "normal" });
    expect(await ask(stage, "restore-everything", unanswered)).toEqual({ ok: true });
    expect(nowOf(cal, unanswered)).toEqual(unanswered.before);
  });
});
