import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { sleep } from "../browser/sleep.ts";
import { welcome } from "./welcome.ts";

vi.mock("../browser/sleep.ts");

const open = () => vi.spyOn(fakeBrowser.runtime, "openOptionsPage");
const noWindow = new Error("No browser window available");

beforeEach(() => {
  vi.mocked(sleep).mockReset().mockResolvedValue();
});

test("the options page opens at once", async () => {
  const opened = open().mockReset().mockResolvedValue();
  await welcome();
  expect(opened).toHaveBeenCalledTimes(1);
  expect(sleep).not.toHaveBeenCalled();
});

test("while there is no window it is tried again", async () => {
  const opened = open().mockReset().mockResolvedValue();
  opened.mockRejectedValueOnce(noWindow).mockRejectedValueOnce(noWindow);
  await welcome();
  expect(opened).toHaveBeenCalledTimes(3);
});

test("where none ever comes, it ends", async () => {
  const opened = open().mockReset().mockRejectedValue(noWindow);
  await expect(welcome()).rejects.toThrow("No browser window available");
  expect(opened).toHaveBeenCalledTimes(10);
});
