import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient, own, us } from "../../../tests/support/unit/mocked-client.ts";
import { stored } from "../../../tests/support/unit/world.ts";
import { fetchMe } from "../../cal-api/client.ts";
import { ACCOUNTS } from "../../core/model/records.ts";
import type { Policy } from "../../core/settings/records.ts";
import type { ConnectForm } from "../../messaging/commands.ts";
import { connect } from "./connect.ts";

vi.mock("../../cal-api/client.ts");

beforeEach(() => aroundClient());

function administrator(policy: Policy) {
  vi.spyOn(fakeBrowser.storage.managed, "get").mockResolvedValue(policy as never);
}

test.each<[string, ConnectForm]>([
  ["https://cal.example.org", us],
  ["https://cal.example.org", own("https://cal.example.net")],
  ["https://cal.example.org", own("https://cal.example.org:8443")],
  ["https://cal.example.org", own("https://cal.example.org/team/api/v2")],
  ["https://cal.example.org/v2", { ...us, region: "eu" }],
  ["https://api.cal.eu/v2", us],
])("where only %s is allowed, %j is refused, and nobody is asked", async (apiUrl, form) => {
  administrator({ apiUrl });
  expect(await connect(form)).toEqual({ ok: false, problem: { problem: "notAllowed" } });
  expect(fetchMe).not.toHaveBeenCalled();
  expect(await stored()).not.toHaveProperty(ACCOUNTS);
});

test.each<[string, ConnectForm]>([
  ["https://cal.example.org", own("cal.example.org")],
  ["https://cal.example.org", own("https://cal.example.org/api/v2")],
  ["https://cal.example.org/api/v2", own("https://cal.example.org")],
  ["https://cal.example.org/api/v2", own("https://cal.example.org/v2")],
  ["https://api.cal.com/v2", us],
  ["https://api.cal.com/v2", own("https://api.cal.com")],
])("where only %s is allowed, %j is connected", async (apiUrl, form) => {
  administrator({ apiUrl });
  expect(await connect(form)).toMatchObject({ ok: true });
});

test("a permission that was asked for in vain is given back", async () => {
  administrator({ apiUrl: "https://cal.example.org" });
  await connect(own("https://cal.example.net"));
  expect(fakeBrowser.permissions.remove).toHaveBeenCalledWith({ origins: ["https://cal.example.net/*"] });
});

test("the administrator's web app goes before the one that was typed, also without a server", async () => {
  administrator({ webUrl: "https://app.example.org" });
  const form = { ...own("https://cal.example.org"), webUrl: "https://typed.example.org" };
  expect(await connect(form)).toMatchObject({ ok: true, account: { webUrl: "https://app.example.org" } });
});

test("a policy that could not be stored is in force all the same", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  administrator({ apiUrl: "https://cal.example.org" });
  vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValueOnce(new Error("disk full"));
  expect(await connect(us)).toEqual({ ok: false, problem: { problem: "notAllowed" } });
});
