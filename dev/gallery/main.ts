/**
 * Takes pictures of both pages in every state and look, and of the popup under its toolbar button, into screenshots/gallery/:
 * `npm run screenshots`. In Chromium axe looks at each, nothing may move by itself, and the document has to be as high as its
 * content; Firefox shows what is stored, in the looks that browsers draw differently. Arguments: `--browser NAME` for one of
 * the two, and a part of the names of the states to take.
 */

import { builtExtension } from "../../tests/support/browsers/build.ts";
import { buildExtension } from "../../tests/support/browsers/build-extension.ts";
import { readArguments } from "./args.ts";
import { chromiumGallery } from "./chromium.ts";
import { firefoxGallery } from "./firefox.ts";
import { speak, withFirstScreen } from "./first-screens.ts";
import { FOLDER } from "./folder.ts";
import { writeIndex } from "./index-page.ts";
import { showInReadme } from "./readme.ts";
import { allScenes } from "./scenes.ts";
import type { Shot } from "./shot.ts";

const GALLERIES = { chromium: chromiumGallery, firefox: firefoxGallery } as const;

/** Of the browsers that the pictures are taken in. */
const LANGUAGE = "en-US";
// The times in the pictures are those of the people in them.
process.env.TZ = "Europe/Berlin";

try {
  const { browsers, only } = readArguments(process.argv.slice(2));
  const scenes = allScenes().filter(({ page, state }) => `${page}-${state}`.includes(only));
  const all: Shot[] = [];
  for (const browser of browsers) {
    await buildExtension(browser);
    await speak(builtExtension(browser), LANGUAGE);
    const drawn = scenes.map((one) => ({ ...one, records: withFirstScreen(one.records, LANGUAGE) }));
    const shots = await GALLERIES[browser](drawn);
    const faults = shots.flatMap((shot) => shot.faults.map((fault) => `${nameOf(shot)}: ${fault}`));
    console.log(`${browser}: ${shots.length} pictures, ${faults.length} faults.`);
    for (const fault of faults) console.log(`  ${fault}`);
    all.push(...shots);
  }
  await writeIndex(all);
  console.log(`Look through them in ${FOLDER}/index.html; the figures are in table.md beside it.`);
  if (only === "" && browsers.includes("chromium")) await showInReadme();
  process.exitCode = all.every(({ faults }) => faults.length === 0) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function nameOf({ page, state, look }: Shot): string {
  return `${page} ${state} ${look}`;
}
