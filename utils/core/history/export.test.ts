import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HistoryEntry, NamedConnection } from "../model/history.ts";
import { type CsvRow, csv, exportedEntry, historyJson } from "./export.ts";

const AT = Date.parse("2026-03-04T13:05:00Z");
const CONNECTIONS: NamedConnection[] = [
  {
    integration: "google_calendar",
    credentialId: 135_246,
    delegationCredentialId: "5f0e7d4c",
    app: "Google Calendar",
    whose: "dana@example.com",
  },
];

function row(change: Partial<CsvRow>): CsvRow {
  const entry = exportedEntry({ at: AT, event: "action", action: "replace-key" }, []);
  return { ...entry, text: "You replaced the API key", ...change };
}

/** The cells of the one row. */
function cells(change: Partial<CsvRow>): string {
  return csv([row(change)])
    .split("\r\n")
    .slice(1)
    .join("\r\n");
}

describe("a table", () => {
  test("is UTF-8 with a mark, a header, lines ended by CR LF, and times as ISO 8601", () => {
    expect(csv([row({})])).toBe(
      "\ufeffat,text,event,kind,level,app,whose,calendar,from,to,byYou,action,until,byItself\r\n" +
        "2026-03-04T13:05:00.000Z,You replaced the API key,action,,,,,,,,true,replace-key,,false\r\n",
    );
  });

  test("quotes what holds commas, quotes and line breaks, and nothing else", () => {
    expect(cells({ calendar: 'Team "A", north' })).toContain(',"Team ""A"", north",');
    expect(cells({ calendar: "two\r\nlines" })).toContain(',"two\r\nlines",');
    expect(cells({ calendar: "Überblick; 会議 | 'x'" })).toContain(",Überblick; 会議 | 'x',");
  });

  test.each(["=1+1", "+49 30 1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])(
    "defuses a name that a spreadsheet would run: %j",
    (calendar) => {
      expect(cells({ calendar })).toMatch(/,"?'/);
      expect(cells({ text: calendar })).toMatch(/,"?'/);
    },
  );

  const signs = ["=", "+", "-", "@", "＝", "＋", "－", "＠"];
  const separators = [";", "\t", "\r", "\n", "\r\n", "; ", ';"', ";\u200b"];

  test.each(separators)("defuses what would begin a cell where a spreadsheet splits at %j", (separator) => {
    for (const sign of signs) {
      const calendar = `x${separator}${sign}cmd|' /C calc'!A0`;
      const cell = cells({ calendar }).replaceAll('""', '"');
      expect(cell).toContain(`x${separator}'${sign}cmd`);
    }
  });

  test.each([
    "\u0000",
    "\u0008",
    "\u007f",
    "\u0085",
    "\u200b",
    "\u2800",
    "\u3164",
    "\ufe0f",
    "\ue000",
    "\ud800",
  ])("defuses what begins a cell behind a sign that is not seen: %j", (unseen) => {
    expect(cells({ calendar: `${unseen}=1` })).toContain(`,${unseen}'=1,`);
    expect(cells({ calendar: `x;${unseen} ${unseen}=1` })).toContain(`,x;${unseen} ${unseen}'=1,`);
  });

  test("leaves no cell that a spreadsheet would run, whatever the name and wherever it splits", () => {
    const part = fc.constantFrom(
      ...signs,
      ";",
      "\t",
      "\r",
      "\n",
      '"',
      "'",
      " ",
      "a",
      ",",
      "\u200b",
      "\u0000",
      "\u2800",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const cell = cells({ calendar: parts.join(""), text: parts.join("") });
        // What is in quotes is one cell, or many: each beginning that there could be is looked at.
        const begun = cell.split(/[;\t\r\n]/).map((one) => one.replace(/^[\s"\p{C}\u2800]+/u, ""));
        return begun.every((one) => !signs.includes(one.charAt(0)));
      }),
      { numRuns: 2_000 },
    );
  });

  test("defuses before it quotes, so that the quotes do not hide it", () => {
    expect(cells({ calendar: '=HYPERLINK("http://evil.example","x")' })).toContain(
      `,"'=HYPERLINK(""http://evil.example"",""x"")",`,
    );
  });

  test("leaves signs alone that begin no cell", () => {
    expect(cells({ calendar: "a=b, c-d@e" })).toContain(',"a=b, c-d@e",');
  });
});

describe("an entry that leaves the extension", () => {
  const exported = (entry: Partial<HistoryEntry>) =>
    exportedEntry({ at: AT, event: "came", ...entry }, CONNECTIONS);

  test("has names and no id", () => {
    const entry = exported({ kind: "read-only", level: "notice", connection: 0, name: "Birthdays" });
    expect(entry).toEqual({
      at: "2026-03-04T13:05:00.000Z",
      event: "came",
      kind: "read-only",
      level: "notice",
      app: "Google Calendar",
      whose: "dana@example.com",
      calendar: "Birthdays",
      from: null,
      to: null,
      byYou: false,
      action: null,
      until: null,
      byItself: false,
    });
    expect(JSON.stringify(entry)).not.toMatch(/135246|5f0e7d4c/);
  });

  test("tells what was done by itself from what the person did", () => {
    const byItself = true;
    expect(exported({ event: "destination", name: "Work", byItself })).toMatchObject({
      byYou: false,
      byItself,
    });
    const action = "restore-everything";
    expect(exported({ event: "action", action, byItself })).toMatchObject({ byYou: false, byItself });
  });

  test("tells where bookings went from and to", () => {
    expect(exported({ event: "destination", name: "Work", from: "Home", byPerson: true })).toMatchObject({
      calendar: null,
      from: "Home",
      to: "Work",
      byYou: true,
    });
    expect(exported({ event: "action", action: "set-destination", name: "Work" })).toMatchObject({
      calendar: null,
      to: "Work",
      byYou: true,
    });
  });

  test("tells until when it was snoozed", () => {
    expect(exported({ event: "action", action: "snooze", until: AT + 60_000 }).until).toBe(
      "2026-03-04T13:06:00.000Z",
    );
  });

  test("is in a file that says what it is, whose, and from when", () => {
    const entry = exported({ kind: "unreachable", level: "warning" });
    const text = historyJson("Dana (dana@example.com)", AT, [entry]);
    expect(JSON.parse(text)).toEqual({
      format: "calendar-status-history",
      version: 1,
      account: "Dana (dana@example.com)",
      exportedAt: "2026-03-04T13:05:00.000Z",
      entries: [entry],
    });
    expect(text.endsWith("}\n")).toBe(true);
  });
});
