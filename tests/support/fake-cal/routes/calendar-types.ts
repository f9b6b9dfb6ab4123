import { badRequestWith } from "../envelope.ts";

export const PATH_TYPES = {
  google: "google_calendar",
  office365: "office365_calendar",
  apple: "apple_calendar",
} as const;

export type PathType = keyof typeof PATH_TYPES;

export function isPathType(value: string): value is PathType {
  return Object.hasOwn(PATH_TYPES, value);
}

/** The 400 for a `{calendar}` in the path that Cal.com has no service for. */
export function unknownTypeError(): Error {
  return badRequestWith(
    "Invalid calendar type, available calendars are: ",
    Object.keys(PATH_TYPES).join(", "),
  );
}
