import { expect, it } from "vitest";
import { connectTo, OWN_HOST, setOwnStage } from "./stage/own-server.ts";
import { checkNow } from "./stage/time.ts";

// Only Firefox grants an optional host without a prompt, so only there it can be withdrawn.
it("a self-hosted server whose host permission is withdrawn is not asked any more, and badge and tooltip say so", async () => {
  const stage = await setOwnStage({ grantOptionalHosts: true });
  try {
    const { browser, own, page } = stage;
    await connectTo(page, `https://${OWN_HOST}`);
    await page.waitForText("Connected as");
    const asked = own.requests.length;
    await browser.inExtension(
      (api, origin: string) => api.permissions.remove({ origins: [origin] }),
      `https://${OWN_HOST}/*`,
    );
    await expect.poll(async () => (await browser.badge()).text).toBe("?");
    await checkNow(stage);
    expect(own.requests.length).toBe(asked);
    expect((await browser.badge()).title).toContain(OWN_HOST);
  } finally {
    await stage.close();
  }
});
