import { expect, test } from "vitest";
import { htmlOf, tableOf } from "./index-page.ts";
import type { Shot } from "./shot.ts";

const shot: Shot = {
  browser: "chromium",
  page: "popup",
  state: "revoked",
  look: "dark",
  file: "popup-revoked-dark.png",
  width: 380,
  height: 612,
  words: 84,
  listTop: 281,
  problems: 2,
  faults: ["target-size: <button>"],
};

test("each picture stands in the table with its figures; what has no list leaves that cell empty", () => {
  const lines = tableOf([shot, { ...shot, state: "setup", listTop: null, problems: 0, faults: [] }]).split(
    "\n",
  );
  expect(lines[2]).toBe("| chromium | popup | revoked | dark | 380 × 612 | 84 | 281 | 2 | 1 |");
  expect(lines[3]).toBe("| chromium | popup | setup | dark | 380 × 612 | 84 |  | 0 | 0 |");
});

test("the page shows all looks of a state together, and what is wrong with a picture as text", () => {
  const html = htmlOf([shot, { ...shot, look: "light" }, { ...shot, state: "setup" }]);
  expect(html.match(/<section /g)).toHaveLength(2);
  expect(html).toContain("chromium · dark · 380 × 612 · 84 words · list at 281 · 2 problems");
  expect(html).toContain("target-size: &lt;button>");
  expect(html).not.toContain("<button>");
});
