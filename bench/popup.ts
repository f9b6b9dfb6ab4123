import { buildExtension } from "../tests/support/browsers/build-extension.ts";
import type { BenchArguments } from "./args.ts";
import { measureInChromium } from "./popup/chromium.ts";
import { measureInFirefox } from "./popup/firefox.ts";
import type { Measured } from "./popup/measured.ts";
import { circumstances, writeResults } from "./popup/results.ts";
import { SITUATIONS } from "./popup/situations.ts";
import { tablesOf } from "./popup/table.ts";

const MEASURES = { chromium: measureInChromium, firefox: measureInFirefox } as const;

/**
 * How much slower than the least possible the popup is: the shipped build beside a popup written by hand for nothing but its
 * rows, and an empty one. Nothing is asserted. What was measured in all situations goes into `bench/results.md`, a part is only printed.
 */
export async function benchPopup({ browsers, pairs, sizes }: BenchArguments): Promise<void> {
  const situations = SITUATIONS.filter(({ calendars }) => sizes?.includes(calendars) ?? true);
  for (const browser of browsers) {
    await buildExtension(browser);
    const all: Measured[] = [];
    const version = await MEASURES[browser](situations, pairs, (measured) => {
      all.push(measured);
      console.log(tablesOf([measured]));
    });
    const text = `${await circumstances(version, pairs)}\n\n${tablesOf(all)}`;
    console.log(text);
    if (sizes === null) await writeResults(browser, text);
  }
}
