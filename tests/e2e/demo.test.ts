import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { setUpAccount } from "../../dev/demo/set-up.ts";
import { tell } from "../../dev/demo/tell.ts";
import { openDrawnPopup } from "../../dev/demo/tour.ts";
import { slowPopupBuild } from "./stage/slow-popup.ts";
import { type Stage, setStage } from "./stage/stage.ts";

/** What `npm run demo` prints where there is no display. */
describe("the demo", () => {
  let stage: Stage;
  let extensionDir: string;
  beforeAll(async () => {
    extensionDir = await slowPopupBuild(1_000);
    stage = await setStage({ scenario: "lively", extensionDir });
    await setUpAccount(stage.browser);
  });
  afterAll(async () => {
    await stage?.close();
    await rm(extensionDir, { recursive: true, force: true });
  });

  it("tells what a person sees of the popup as soon as it is drawn", async () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    const popup = await openDrawnPopup(stage.browser);
    await tell("Just connected", stage.browser, popup);
    const lines = printed.mock.calls.flat().join("\n");
    printed.mockRestore();
    expect(lines).toMatch(/Popup:\n {2}\| .*All \d+ calendars are working/);
    expect(lines).toContain("  | Clinic rota");
    await popup.close();
  });
});
