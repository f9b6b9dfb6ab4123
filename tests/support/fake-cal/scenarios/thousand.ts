import { type CalendarSeed, type ConnectionSeed, connect, dana, destinationRow } from "./build.ts";
import type { Scenario } from "./scenario.ts";

const CONNECTIONS = 20;
const CALENDARS_EACH = 50;

/** How the twenty connections divide up. */
const TYPES = [
  ...Array<string>(8).fill("google_calendar"),
  ...Array<string>(6).fill("office365_calendar"),
  ...Array<string>(4).fill("caldav_calendar"),
  ...Array<string>(2).fill("apple_calendar"),
];

const PLACES = ["Berlin", "Lagos", "Lima", "Osaka", "Porto", "Quito", "Turin", "Utrecht", "Vienna", "Zagreb"];
const SUBJECTS = ["Rooms", "Sales", "Support rota", "Interviews", "Training"];

/** A booking office: 1,000 calendars in 20 connections. */
export function thousand(): Scenario {
  const seeds = Array.from({ length: CONNECTIONS }, (_, index) => office(index));
  return { users: [dana(seeds, destinationRow("google_calendar", idOf(0, 0), 1000))] };
}

function office(index: number): ConnectionSeed {
  const calendars = Array.from({ length: CALENDARS_EACH }, (_, number) => calendar(index, number));
  return connect(typeOf(index), 1000 + index, accountOf(index), calendars);
}

function calendar(index: number, number: number): CalendarSeed {
  const place = PLACES[number % PLACES.length] ?? "";
  const subject = SUBJECTS[Math.floor(number / PLACES.length)] ?? "";
  return {
    externalId: idOf(index, number),
    name: number === 0 ? accountOf(index) : `${subject} ${place} ${index + 1}`,
    primary: number === 0,
    writable: number % 10 !== 9,
    selected: number % 5 !== 4,
  };
}

function typeOf(index: number): string {
  return TYPES[index] ?? "caldav_calendar";
}

function accountOf(index: number): string {
  return index === 0 ? "dana@example.com" : `office${index + 1}@example.com`;
}

function idOf(index: number, number: number): string {
  switch (typeOf(index)) {
    case "google_calendar":
      return number === 0 ? accountOf(index) : `office${index + 1}-${number}@group.calendar.google.com`;
    case "office365_calendar":
      return `AAMkAGQ1ZmFk${String(index).padStart(2, "0")}${String(number).padStart(3, "0")}AAA=`;
    case "apple_calendar":
      return `https://caldav.icloud.com/2096114${6900 + index}/calendars/${number}/`;
    default:
      return `https://dav.example.org/calendars/office${index + 1}/${number}/`;
  }
}
