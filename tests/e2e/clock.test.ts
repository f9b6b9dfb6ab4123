import { expect } from "vitest";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { untilIdle } from "./stage/idle.ts";
import { untilBadge } from "./stage/stage.ts";
import { storedHistory, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow, letTimePass } from "./stage/time.ts";

const DAY = 24 * 60 * 60_000;
const JUMP = 40 * DAY;
const A_MOMENT = 20_000;

story(
  "a clock that is wrong for one check, and one that was asleep",
  { scenario: "all-well" },
  async (stage, step) => {
    const { browser, cal } = stage;
    await connect(stage);
    cal.control({ action: "break", credentialId: 212, how: "revoked" });
    await checkNow(stage);
    await untilBadge(stage, "1");
    const popup = await browser.openPopup();
    await popup.click(byRole("button", "Snooze"));
    await brings(popup, "Snoozed until", () => popup.click(byRole("button", "A week")));
    await popup.close();
    await untilBadge(stage, "");

    const known = async () => {
      const { state } = await storedStatus(stage);
      const { entries, days = [] } = (await storedHistory(stage)) ?? {};
      // Of which dates they are is of no interest: no story makes the history older.
      const letters = days.map((row) => row.days);
      return {
        kinds: state.findings.map(({ kind }) => kind),
        isSnoozed: state.snoozeUntil !== null,
        entries,
        letters,
      };
    };
    const before = await known();

    await step("forty days ahead, it ends nothing and wipes nothing", async () => {
      await letTimePass(stage, JUMP);
      cal.control({ action: "date", aheadMs: -JUMP });
      await checkNow(stage, A_MOMENT);
      const { clock } = await storedStatus(stage);
      expect(Math.round((clock.jump?.aheadBy ?? 0) / DAY)).toBe(40);
      expect(await known()).toEqual(before);
      expect((await browser.badge()).text).toBe("");
    });

    await step("and right again, it is as if nothing had been", async () => {
      cal.control({ action: "date", aheadMs: 0 });
      await letTimePass(stage, -JUMP);
      await checkNow(stage, A_MOMENT);
      expect((await storedStatus(stage)).clock.jump).toBeNull();
      expect(await known()).toEqual(before);
      expect((await browser.badge()).text).toBe("");
    });

    await step(
      "while forty days of sleep, which the answer's date bears out, are over with the first answer",
      async () => {
        await letTimePass(stage, JUMP);
        await checkNow(stage, A_MOMENT);
        await untilIdle(stage);
        expect((await storedStatus(stage)).clock.jump).toBeNull();
        expect((await known()).isSnoozed).toBe(false);
        await untilBadge(stage, "1");
      },
    );
  },
);
