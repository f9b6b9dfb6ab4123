import { expect, test } from "vitest";
import { NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import { problemsView } from "../../../utils/screen/problems/problems-view.ts";
import { acknowledgedEntries } from "./AcknowledgedList.tsx";

function entries(...connections: Parameters<typeof answered>[1]) {
  const stored = storedAfter([answered(60, connections, toDana), answered(5, connections, toDana)]);
  for (const finding of stored.state.findings) finding.acknowledged = true;
  return acknowledgedEntries(problemsView([stored], NOW).acknowledged, false);
}

test("several calendars of a kind are one entry that names them, and each can be reached on its own", () => {
  const all = entries(googleFlagged);
  expect(all.map(({ card, details }) => [card.copy.what, details])).toEqual([
    ["3 calendars not checked for conflicts", "Building, Football fixtures and Team rota"],
    ["3 calendars read-only", "Building, Colleague: Kim and Team rota"],
  ]);
  expect(all[0]?.members().map(({ text, findings }) => [text, findings.length])).toEqual([
    ["Building", 1],
    ["Football fixtures", 1],
    ["Team rota", 1],
  ]);
});

test("few of a kind are an entry each", () => {
  const two = connection("google_calendar", 7, [
    calendar("Rooms", { readOnly: true }),
    calendar("Equipment", { readOnly: true }),
  ]);
  const all = entries(two, broken(outlook, "Access token expired or revoked"));
  expect(all.map(({ card }) => card.copy.what)).toEqual([
    "No access to Outlook",
    'Bookings go to "dana@example.com", which is in none of your connections',
    '"Equipment" is read-only',
    '"Rooms" is read-only',
  ]);
  expect(all.flatMap((entry) => entry.members())).toEqual([]);
});

test("a thousand are few entries, and none of them is lost", () => {
  const rooms = Array.from({ length: 1000 }, (_, index) => calendar(`Room ${index}`, { readOnly: true }));
  const all = entries(connection("google_calendar", 7, rooms));
  const ofRooms = all.filter(({ card }) => card.copy.what.endsWith("read-only"));
  expect(ofRooms).toHaveLength(1);
  expect(ofRooms[0]?.members()).toHaveLength(1000);
});
