import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aroundClient, DANAS_KEY, own, us } from "../../../tests/support/unit/mocked-client.ts";
import { allowHosts, failedWith, KEY, seed, stored } from "../../../tests/support/unit/world.ts";
import { fetchMe } from "../../cal-api/client.ts";
import type { FailedObservation, Rejection } from "../../cal-api/observation.ts";
import { ACCOUNTS } from "../../core/model/records.ts";
import type { ConnectForm } from "../../messaging/commands.ts";
import type { SetUpProblem } from "../../messaging/replies.ts";
import { connect } from "./connect.ts";

vi.mock("../../cal-api/client.ts");

const { local } = fakeBrowser.storage;
const notThere = failedWith({ reason: "not-cal-api", status: 404 });

beforeEach(() => aroundClient());

describe("what stands in the way", () => {
  async function refusal(form: ConnectForm): Promise<SetUpProblem | undefined> {
    const reply = await connect(form);
    expect(await stored()).toEqual({});
    expect(JSON.stringify(reply)).not.toContain(KEY);
    return reply.ok ? undefined : reply.problem;
  }

  test.each<[Partial<ConnectForm>, SetUpProblem["problem"]]>([
    [{ key: "  " }, "emptyKey"],
    [{ key: "clé secrète" }, "unreadableKey"],
    [{ region: "self-hosted", apiUrl: "" }, "emptyUrl"],
    [{ region: "self-hosted", apiUrl: "http://" }, "badUrl"],
    [{ region: "self-hosted", apiUrl: "http://cal.example.org" }, "insecureUrl"],
    [{ region: "self-hosted", apiUrl: "https://cal.example.org", webUrl: "::" }, "badWebUrl"],
  ])("%j is %s, and nobody is asked", async (change, problem) => {
    expect(await refusal({ ...us, ...change })).toEqual({ problem });
    expect(fetchMe).not.toHaveBeenCalled();
  });

  test("a host that the person did not allow is not asked", async () => {
    allowHosts(["https://api.cal.com/*"]);
    expect(await refusal(own())).toEqual({ problem: "noPermission" });
    expect(fetchMe).not.toHaveBeenCalled();
  });

  test("a browser that is offline does not ask", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(await refusal(us)).toEqual({ problem: "offline" });
    vi.stubGlobal("navigator", { onLine: true });
  });

  test.each<[Rejection, ConnectForm, SetUpProblem["problem"]]>([
    ["invalid", us, "wrongKeyOrRegion"],
    ["invalid", { ...us, region: "eu" }, "wrongKeyOrRegion"],
    ["invalid", own(), "wrongKey"],
    ["expired", us, "expiredKey"],
    ["forbidden", us, "forbiddenKey"],
    ["scope", us, "outOfScope"],
    ["licence", own(), "noLicence"],
  ])("a key rejected as %s, in %j, is %s", async (rejection, form, problem) => {
    vi.mocked(fetchMe).mockResolvedValue({ kind: "key-rejected", status: 401, rejection });
    expect(await refusal(form)).toEqual({ problem });
  });

  test.each<[FailedObservation, SetUpProblem]>([
    [failedWith({ reason: "offline" }), { problem: "offline" }],
    [failedWith({ reason: "unreachable" }), { problem: "unreachable" }],
    [failedWith({ reason: "timed-out" }), { problem: "timedOut" }],
    [failedWith({ reason: "rate-limited" }, 42), { problem: "rateLimited", waitSeconds: 42 }],
    [failedWith({ reason: "rate-limited" }, 41.2), { problem: "rateLimited", waitSeconds: 42 }],
    [failedWith({ reason: "rate-limited" }), { problem: "rateLimited", waitSeconds: null }],
    [failedWith({ reason: "server-failed", status: 503 }), { problem: "serverFailed", status: 503 }],
    [failedWith({ reason: "redirected" }), { problem: "redirected" }],
    [
      failedWith({ reason: "cal-error", status: 404, message: "User not found" }),
      { problem: "calError", status: 404, message: "User not found" },
    ],
    [notThere, { problem: "noApi" }],
    [failedWith({ reason: "too-large" }), { problem: "noApi" }],
    [failedWith({ reason: "no-permission" }), { problem: "noPermission" }],
    [failedWith({ reason: "no-key" }), { problem: "emptyKey" }],
  ])("the failure %j is told as it is", async (failure, problem) => {
    vi.mocked(fetchMe).mockResolvedValue(failure);
    expect(await refusal(us)).toEqual(problem);
  });

  test("a web app without an API behind it is told", async () => {
    vi.mocked(fetchMe)
      .mockResolvedValueOnce({ ...notThere, isJson: false })
      .mockResolvedValueOnce({ ...failedWith({ reason: "server-failed", status: 500 }), isJson: false });
    expect(await refusal(own())).toEqual({ problem: "apiNotRunning" });
  });

  test("a store that fails is told, and the key is not in the log", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(local, "set").mockRejectedValue(new Error("disk full"));
    expect(await refusal(us)).toEqual({ problem: "notStored" });
    expect(JSON.stringify(errors.mock.calls)).not.toContain(KEY);
  });

  test("a list of accounts of a later version is not overwritten, and the key is sent nowhere", async () => {
    await local.set({ [ACCOUNTS]: { version: 2 } });
    expect(await connect(us)).toEqual({ ok: false, problem: { problem: "newerStore" } });
    expect(await stored()).toEqual({ [ACCOUNTS]: { version: 2 } });
    expect(fetchMe).not.toHaveBeenCalled();
  });

  test("a list of accounts that becomes one of a later version meanwhile is not overwritten either", async () => {
    vi.mocked(fetchMe).mockImplementation(async () => {
      await local.set({ [ACCOUNTS]: { version: 2 } });
      return DANAS_KEY;
    });
    expect(await connect(us)).toEqual({ ok: false, problem: { problem: "newerStore" } });
    expect(await stored()).toEqual({ [ACCOUNTS]: { version: 2 } });
  });
});

describe("the permission for a self-hosted server that was not connected", () => {
  const givenBack = () =>
    vi
      .spyOn(fakeBrowser.permissions, "remove")
      .mockReset()
      .mockResolvedValue(true as never);

  test("is given back", async () => {
    const remove = givenBack();
    vi.mocked(fetchMe).mockResolvedValue(notThere);
    await connect(own());
    expect(remove.mock.calls).toEqual([[{ origins: ["https://cal.example.org/*"] }]]);
  });

  test("is given back when the store can't be read", async () => {
    const remove = givenBack();
    const get = local.get.bind(local) as never;
    vi.spyOn(local, "get").mockImplementationOnce(get).mockRejectedValueOnce(new Error("The disk says no."));
    await expect(connect(own())).rejects.toThrow("The disk says no.");
    expect(remove.mock.calls).toEqual([[{ origins: ["https://cal.example.org/*"] }]]);
  });

  test("stays when another account is on that server, and those for Cal.com stay anyhow", async () => {
    const remove = givenBack();
    await seed([{ account: { region: "self-hosted", apiUrl: "https://cal.example.org/v2" }, key: "other" }]);
    vi.mocked(fetchMe).mockResolvedValue(notThere);
    expect(await connect(own())).toMatchObject({ ok: false });
    expect(await connect(us)).toMatchObject({ ok: false });
    expect(remove).not.toHaveBeenCalled();
  });

  test("stays when it was connected", async () => {
    const remove = givenBack();
    expect(await connect(own())).toMatchObject({ ok: true });
    expect(remove).not.toHaveBeenCalled();
  });
});
