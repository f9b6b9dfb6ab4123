/**
 * Takes pictures of both pages in every state and look, into screenshots/gallery/: `npm run screenshots`. Chromium has axe look
 * at each; Firefox shows what is stored, in the looks that browsers draw differently. Arguments: `--browser NAME` for one of
 * the two, and a part of the names of the states to take.
 */
import { buildExtension } from "../../tests/support/browsers/build-extension.ts";
import { readArguments } from "./args.ts";
import { chromiumGallery } from "./chromium.ts";
import { firefoxGallery } from "./firefox.ts";
import { showInReadme } from "./readme.ts";
import { allScenes } from "./scenes.ts";

const GALLERIES = { chromium: chromiumGallery, firefox: firefoxGallery } as const;

try {
  const { browsers, only } = readArguments(process.argv.slice(2));
  const scenes = allScenes().filter(({ page, state }) => `${page}-${state}`.includes(only));
  let faults = 0;
  for (const browser of browsers) {
    await buildExtension(browser);
    const found = await GALLERIES[browser](scenes);
    console.log(`${browser}: ${found.pictures} pictures in ${found.folder}, ${found.faults.length} faults.`);
    for (const fault of found.faults) console.log(`  ${fault}`);
    faults += found.faults.length;
  }
  if (only === "" && browsers.includes("chromium")) await showInReadme();
  process.exitCode = faults === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
