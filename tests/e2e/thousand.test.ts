import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byLabel } from "../../dev/browsers/control.ts";
import { calendarItems, connect, type Stage, setStage } from "./stage/stage.ts";

describe("an account with a thousand calendars", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ scenario: "thousand" });
    await connect(stage);
  });
  afterAll(() => stage?.close());

  it("shows 99+ on the badge", async () => {
    await expect.poll(async () => (await stage.browser.badge()).text).toBe("99+");
  });

  it("lists all of them and narrows them down as one types", async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor(() => document.querySelectorAll("li").length >= 1000, 15_000);
    const names = stage.cal.world.users.flatMap(({ connections }) =>
      connections.flatMap(({ calendars }) => calendars.map(({ name }) => name ?? "")),
    );
    expect(names).toHaveLength(1000);
    const wanted = names[777] ?? "";
    await popup.type(byLabel("Filter calendars"), wanted);
    await popup.waitFor(() => document.querySelectorAll("li").length < 60);
    expect((await calendarItems(popup)).some((text) => text.includes(wanted))).toBe(true);
    await popup.close();
  });
});
