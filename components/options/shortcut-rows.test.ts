import { expect, test } from "vitest";
import { shortcutRows } from "./shortcut-rows.ts";

test("keys are said as the browser says them, and none as none", () => {
  const shortcuts = [
    { name: "_execute_action", keys: "Alt+Shift+K" },
    { name: "check-now", keys: "" },
  ];
  expect(shortcutRows(shortcuts)).toEqual([
    { does: "Open Calendar Status", keys: "Alt+Shift+K" },
    { does: "Check now", keys: null },
  ]);
});
