import { expect } from "vitest";
import { brings } from "./stage/changes.ts";
import { untilIdle } from "./stage/idle.ts";
import { connectTo, OWN_HOST, setOwnStage } from "./stage/own-server.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";

const granted = () => setOwnStage({ grantOptionalHosts: true });

// Only Firefox grants an optional host without a prompt, so only there it can be withdrawn.
story("a self-hosted server whose host permission is withdrawn", granted, async (stage, step) => {
  await step("is not asked any more, and badge and tooltip say so", async () => {
    const { browser, own, page } = stage;
    await brings(page, "Connected as", () => connectTo(page, `https://${OWN_HOST}`));
    await untilIdle(stage);
    const asked = own.requests.length;
    await browser.inExtension(
      (api, origin: string) => api.permissions.remove({ origins: [origin] }),
      `https://${OWN_HOST}/*`,
    );
    await expect.poll(async () => (await browser.badge()).text).toBe("?");
    await checkNow(stage);
    await untilIdle(stage);
    expect(own.requests.length).toBe(asked);
    expect((await browser.badge()).title).toContain(OWN_HOST);
  });
});
