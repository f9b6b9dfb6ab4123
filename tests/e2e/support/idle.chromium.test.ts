import { expect } from "vitest";
import { connect } from "../stage/connect.ts";
import { untilIdle } from "../stage/idle.ts";
import { story } from "../stage/story.ts";
import { letTimePass } from "../stage/time.ts";

/** Longer than several looks at a worker take. */
const SLOW_MS = 2_000;

story("a worker that waits for Cal.com", { scenario: "all-well" }, async (stage, step) => {
  await connect(stage);

  await step("is not idle before it has its answer, and has dealt with it", async () => {
    await letTimePass(stage, 20_000);
    stage.cal.control({ action: "slow", ms: SLOW_MS });
    stage.cal.control({ action: "break", credentialId: 135, how: "revoked" });
    const first = stage.cal.requests.length;
    stage.browser
      .inExtension((browser, message) => browser.runtime.sendMessage(message), { type: "check-now" })
      .catch(() => {});
    await expect.poll(() => stage.cal.requests.length).toBeGreaterThan(first);
    await untilIdle(stage);
    expect(stage.cal.openRequests()).toBe(0);
    expect((await stage.browser.badge()).text).not.toBe("");
  });
});
