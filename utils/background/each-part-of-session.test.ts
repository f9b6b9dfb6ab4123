import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { lostPart, pathsIn, patternOf, replaced, WRONG } from "../../tests/support/unit/parts.ts";
import type { Draft, Place } from "../core/model/records.ts";
import { draftIn } from "../pages/draft.ts";
import { placeIn } from "../pages/place.ts";
import { unstoredIn } from "../storage/unstored.ts";
import { type OpenedTabs, tabsIn } from "./actions/reconnect/tabs.ts";

const DRAFT: Draft = { region: "self-hosted", apiUrl: "cal.example.org", webUrl: "x", forget: true };
const PLACE: Place = { at: 1, filter: "family", scroll: 300 };
const TABS: OpenedTabs = {
  a1: { tabId: 5, inFront: false, looks: 2 },
  a2: { tabId: 6, inFront: false, looks: 1 },
};

/** What is kept for a session at most has no version. What can't be without which of its parts stands beside it. */
describe.each<[string, unknown, (raw: unknown) => unknown, string[]]>([
  ["draft", DRAFT, draftIn, []],
  ["place", PLACE, placeIn, []],
  ["openedTabs", TABS, tabsIn, [".tabId"]],
  ["unstored", ["a1", "a2"], unstoredIn, []],
])("of the record %s", (_, record, read, needed) => {
  test("each part that is gone or of another type is lost alone", () => {
    expect(read(record)).toEqual(record);
    const larger = new Set<string>();
    for (const path of pathsIn(record).filter(({ length }) => length > 0)) {
      for (const [, value] of WRONG) {
        const lost = lostPart(record, read(replaced(record, path, value)), path, isDeepStrictEqual);
        if (lost.length < path.length) larger.add(`.${patternOf(path.slice(lost.length))}`);
      }
    }
    expect([...larger]).toEqual(needed);
  });
});
