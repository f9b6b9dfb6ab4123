import type { Page } from "puppeteer-core";
import type { Focused } from "../browser-under-test.ts";

/** What has the focus, with role and name as Chromium computes them for assistive technology. */
export async function readFocused(page: Page): Promise<Focused | null> {
  const session = await page.createCDPSession();
  try {
    const { result } = await session.send("Runtime.evaluate", {
      expression: "document.activeElement === document.body ? null : document.activeElement",
    });
    if (result.objectId === undefined) return null;
    const { nodes } = await session.send("Accessibility.getPartialAXTree", {
      objectId: result.objectId,
      fetchRelatives: false,
    });
    return { role: String(nodes[0]?.role?.value ?? ""), name: String(nodes[0]?.name?.value ?? "") };
  } finally {
    await session.detach();
  }
}
