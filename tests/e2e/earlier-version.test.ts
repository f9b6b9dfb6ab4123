import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type {
  AccountsRecord,
  HistoryRecord,
  KeyRecord,
  StatusRecord,
} from "../../utils/core/model/records.ts";
import type { SettingsRecord } from "../../utils/core/settings/records.ts";
import { connect, dana, destinationRow, icsConnection } from "../support/fake-cal/scenarios/build.ts";
import { ACME } from "../support/fake-cal/scenarios/organisation.ts";
import { findingsIn } from "./stage/actions.ts";
import { rowOf } from "./stage/calendar-row.ts";
import { openProblem, showAllProblems, waitUntilGone } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { type Stage, setStage } from "./stage/stage.ts";
import { everythingStored, storedHistory, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";
import { expectTold, watchNotifications } from "./stage/told.ts";

const fileOf = (name: string) => readFileSync(`tests/fixtures/records/v1/${name}.json`, "utf8");

/** So much later it is now that the last check of the records was an hour ago. */
const LATER_MS =
  Date.now() - 3_600_000 - ((JSON.parse(fileOf("status")) as StatusRecord).state.lastAttemptAt ?? 0);

/** A record, with its times in ms since the epoch brought to now. */
function read<R>(name: string): R {
  return JSON.parse(fileOf(name), (_, value) =>
    typeof value === "number" && value > 1e12 ? value + LATER_MS : value,
  ) as R;
}

/** What is stored of one account by the first version. The account is at Cal.com, which every browser may ask. */
function records() {
  const { accounts, ...rest } = read<AccountsRecord>("accounts");
  const [first] = accounts;
  if (!first) throw new Error("There is no account in the records.");
  const account = { ...first, region: "us", apiUrl: "https://api.cal.com/v2", webUrl: "https://app.cal.com" };
  const own = ["status", "history", "checks", "key"].map((name) => [`${name}:${first.id}`, read(name)]);
  const shared = ["settings", "policy"].map((name) => [name, read(name)]);
  return { accounts: { ...rest, accounts: [account] }, ...Object.fromEntries([...own, ...shared]) };
}

/** Dana at Cal.com, much as the first version has left her. */
async function setWithRecords() {
  const stage = await setStage({ scenario: "none-connected" });
  const { cal } = stage;
  const google = connect(
    "google_calendar",
    -1,
    "dana@example.com",
    [
      { externalId: "dana@example.com", name: "dana@example.com", primary: true, selected: true },
      { externalId: "c_team@group.calendar.example.com", name: "Team", selected: true },
    ],
    ACME.id,
  );
  const outlook = connect("office365_calendar", 212, "dana.side@example.com", [
    { externalId: "AAMkAGQ1ZmFkLWVu0AAA=", name: "Calendar", primary: true, selected: true },
    { externalId: "AAMkAGQ1ZmFkLWVu1BBB=", name: "Birthdays", writable: false },
  ]);
  const more = { delegationCredentialId: ACME.id };
  cal.world.users = [
    dana([google, outlook], destinationRow("google_calendar", "dana@example.com", null, more)),
  ];
  cal.world.delegations = [ACME];
  cal.control({ action: "add-key", key: read<KeyRecord>("key").key, userId: 4412 });
  cal.control({ action: "break", credentialId: 212, how: "failing" });
  cal.control({ action: "server", mode: "html-502" });
  return stage;
}

/** Which marks there are, by kind. */
async function marksIn(stage: Stage): Promise<string[]> {
  return (await storedStatus(stage)).state.acknowledgements.map(({ kind }) => kind);
}

story("what the first version has stored", setWithRecords, async (stage, step) => {
  const { browser, cal } = stage;
  const status = read<StatusRecord>("status");
  const marks = status.state.acknowledgements.map(({ kind }) => kind);
  await browser.inExtension((api, stored) => api.storage.local.set(stored), records());

  await step("is what the popup shows, before Cal.com has answered", async () => {
    await browser.restart();
    await watchNotifications(stage);
    const popup = await browser.openPopup();
    await popup.waitForText("Outlook can't be read");
    await showAllProblems(popup);
    await popup.waitForText("ICS Feed is no longer connected");
    for (const name of ["dana@example.com", "Team", "Birthdays", "feed"]) {
      expect(await rowOf(popup, name)).not.toBeNull();
    }
    expect((await rowOf(popup, "Birthdays"))?.text).toContain("Read-only");
    await popup.close();
  });

  await step("is stored as this version does it, with all marks, entries and settings", async () => {
    await untilIdle(stage);
    const now = await storedStatus(stage);
    expect(now.version).toBeGreaterThan(status.version);
    expect(now.state.lastGoodAt).toBe(status.state.lastGoodAt);
    expect(now.state.snoozeUntil).toBe(status.state.snoozeUntil);
    expect(await marksIn(stage)).toEqual(marks);
    expect((await storedHistory(stage))?.entries).toEqual(read<HistoryRecord>("history").entries);
    expect((await everythingStored(stage)).settings).toMatchObject(read<SettingsRecord>("settings"));
  });

  await step("is where a check goes on from, with the key of then", async () => {
    cal.control({ action: "server", mode: "normal" });
    await checkNow(stage);
    const popup = await browser.openPopup();
    await waitUntilGone(popup, "The API key has expired");
    await popup.waitForText("Outlook can't be read");
    await popup.waitForText("ICS Feed is no longer connected");
    expect((await rowOf(popup, "Birthdays"))?.text).toContain("Last known");
    await popup.close();
    // Where bookings go was marked as expected.
    expect(findingsIn((await storedStatus(stage)).state).toSorted()).toEqual([
      "connection-error",
      "connection-gone",
      "destination-changed",
      "flapping",
    ]);
    expect(await marksIn(stage)).toEqual(marks);
  });

  await step("has its marks on what comes back", async () => {
    cal.control({ action: "mend", credentialId: 212 });
    cal.world.users[0]?.connections.push(icsConnection(501, [{ externalId: "feed", name: "feed" }]));
    await checkNow(stage);
    const popup = await browser.openPopup();
    await popup.waitForText("3 problems marked as expected");
    await waitUntilGone(popup, "ICS Feed is no longer connected");
    // The breaks of before are within a day of now.
    await openProblem(popup, "Outlook keeps breaking");
    await popup.waitForText("It broke 4 times within 24 hours.");
    await popup.close();
    // Notifications were switched off.
    await expectTold(stage, []);
  });
});
