import { byLabel, byRole } from "../tests/support/browsers/control.ts";
import { launch } from "../tests/support/browsers/launch.ts";
import { selfSignedCertificate } from "../tests/support/browsers/tls.ts";
import { startFakeCal } from "../tests/support/fake-cal/server.ts";

const RUNS = 15;
const HOST = "api.cal.com";

/** How soon the popup is there with its calendars, and what a key stroke in its filter costs: only printed. */
export async function benchPopup(): Promise<void> {
  for (const scenario of ["all-well", "lively", "thousand"]) await measure(scenario);
}

async function measure(scenario: string): Promise<void> {
  const cal = await startFakeCal({ scenario, tls: await selfSignedCertificate(HOST) });
  const browser = await launch({ browser: "chromium", hosts: { [HOST]: cal.port } });
  try {
    const options = await browser.openPage("options.html");
    await options.type(byLabel("API key"), "cal_live_demo");
    await options.click(byRole("button", "Connect"));
    await options.waitForText("Connected as");
    await options.close();
    const paints: number[] = [];
    const filters: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const popup = await browser.openPage("popup.html", { width: 380, height: 600 });
      await popup.waitFor(() => performance.getEntriesByName("first-contentful-paint").length > 0);
      paints.push(await popup.evaluate(firstPaint));
      if (scenario === "thousand") filters.push(await popup.evaluate(typeInFilter));
      await popup.close();
    }
    console.log(`${scenario}: first contentful paint, median ${median(paints)} ms after navigation`);
    if (filters.length > 0)
      console.log(`${scenario}: a key stroke in the filter, median ${median(filters)} ms of script`);
  } finally {
    await browser.close();
    await cal.close();
  }
}

/** Runs in the page. */
function firstPaint(): number {
  return performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
}

/** Runs in the page: types a letter, as a keyboard would, and waits for what it draws. */
async function typeInFilter(): Promise<number> {
  const field = document.querySelector<HTMLInputElement>("input[type=search], input");
  if (!field) return Number.NaN;
  const before = performance.now();
  field.value = "a";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await Promise.resolve();
  const frame = await new Promise<number>((resolve) =>
    requestAnimationFrame(() => resolve(performance.now())),
  );
  return frame - before;
}

function median(values: number[]): string {
  return (values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(1);
}
