import { expect, test } from "vitest";
import { sectionOf, withSection } from "./section.ts";

const DOCUMENT =
  "# A\n\n<!-- faults: begin -->\nold\n<!-- faults: end -->\n\n<!-- fuzz: begin -->\n<!-- fuzz: end -->\n";

test("a part is replaced, and nothing else", () => {
  const after = withSection(DOCUMENT, "faults", "\nnew\n");
  expect(after).toBe(DOCUMENT.replace("old", "new"));
  expect(sectionOf(after, "faults")).toBe("new");
  expect(withSection(after, "fuzz", "bodies")).toContain("<!-- fuzz: begin -->\nbodies\n<!-- fuzz: end -->");
});

test("a part that there is not is an error, not a document without it", () => {
  expect(() => withSection(DOCUMENT, "deaths", "x")).toThrow("no part between <!-- deaths: begin -->");
});
