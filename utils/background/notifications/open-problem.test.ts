import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { NOW } from "../../../tests/support/unit/world.ts";
import { openInTab } from "../../browser/open-in-tab.ts";
import { notificationId } from "./notification-id.ts";
import { openProblem } from "./open-problem.ts";

vi.mock("../../browser/open-in-tab.ts", () => ({ openInTab: vi.fn() }));

const { notifications } = fakeBrowser;

beforeEach(() => {
  vi.mocked(openInTab).mockReset();
});

async function click(id: string): Promise<void> {
  await notifications.create(id, { type: "basic", iconUrl: "", title: "", message: "" });
  await openProblem(id);
}

test("a click opens the worst problem in the popup's view, and the notification goes", async () => {
  await click(notificationId({ accountId: "a1", at: NOW, ref: "k2x9" }));
  expect(openInTab).toHaveBeenCalledWith("popup.html", "#problem=k2x9");
  expect(await notifications.getAll()).toEqual({});
});

test("a click on a recovery opens the popup's view", async () => {
  await click(notificationId({ accountId: "a1", at: NOW, ref: null }));
  expect(openInTab).toHaveBeenCalledWith("popup.html", "");
});

test("a notification that can't be taken away any more is opened all the same", async () => {
  vi.spyOn(notifications, "clear").mockRejectedValueOnce(new Error("gone"));
  await openProblem(notificationId({ accountId: "a1", at: NOW, ref: "k2x9" }));
  expect(openInTab).toHaveBeenCalledTimes(1);
});

test("one that is none of ours opens nothing", async () => {
  await click("something else");
  expect(openInTab).not.toHaveBeenCalled();
});
