import { writeFile } from "node:fs/promises";
import { FOLDER } from "./folder.ts";
import type { Shot } from "./shot.ts";

const STYLE = `
body { margin: 24px; font: 13px/18px system-ui; color: #16181d; background: #c9ccd3 }
section { margin-block: 32px }
section div { display: flex; gap: 16px; overflow-x: auto; align-items: start }
figure { margin: 0; flex: none }
figcaption { padding-block: 4px }
img { display: block; max-inline-size: 560px }
.fault { color: #b42318; max-inline-size: 380px; overflow-wrap: anywhere }
nav { columns: 4 } nav a { display: block; color: inherit }
`;

/** Writes what was taken as one page to look through, `index.html`, and as figures, `table.md`. */
export async function writeIndex(shots: readonly Shot[]): Promise<void> {
  await writeFile(`${FOLDER}/index.html`, htmlOf(shots));
  await writeFile(`${FOLDER}/table.md`, tableOf(shots));
}

export function htmlOf(shots: readonly Shot[]): string {
  const groups = Map.groupBy(shots, nameOf);
  const links = [...groups.keys()].map((name) => `<a href="#${idOf(name)}">${escaped(name)}</a>`);
  const sections = [...groups].map(
    ([name, all]) =>
      `<section id="${idOf(name)}"><h2>${escaped(name)}</h2><div>${all.map(figure).join("")}</div></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${STYLE}</style>
<h1>${shots.length} pictures, ${shots.flatMap(({ faults }) => faults).length} faults</h1>
<nav>${links.join("")}</nav>${sections.join("\n")}</html>\n`;
}

function figure({ file, browser, look, faults, ...facts }: Shot): string {
  const { width, height } = facts;
  const size = `width="${width}" height="${height}"`;
  const all = faults.map((fault) => `<p class="fault">${escaped(fault)}</p>`).join("");
  const said = [browser, look, ...factsOf(facts)].join(" · ");
  return `<figure><figcaption>${escaped(said)}</figcaption><a href="${file}"><img src="${file}" ${size} style="block-size: auto" loading="lazy" alt=""></a>${all}</figure>`;
}

function factsOf({
  width,
  height,
  words,
  listTop,
  problems,
}: Omit<Shot, "file" | "faults" | "look" | "browser">) {
  return [
    `${width} × ${height}`,
    `${words} words`,
    ...(listTop === null ? [] : [`list at ${listTop}`]),
    ...(problems === 0 ? [] : [`${problems} problems`]),
  ];
}

export function tableOf(shots: readonly Shot[]): string {
  const rows = shots.map(({ browser, page, state, look, width, height, words, listTop, problems, faults }) =>
    [browser, page, state, look, `${width} × ${height}`, words, listTop ?? "", problems, faults.length].join(
      " | ",
    ),
  );
  return [
    "| browser | page | state | look | size in px | words | list begins at y | problems | faults |",
    "| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map((row) => `| ${row} |`),
    "",
  ].join("\n");
}

function nameOf({ page, state }: Shot): string {
  return `${page}: ${state}`;
}

function idOf(name: string): string {
  return name.replace(/\W+/g, "-");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
