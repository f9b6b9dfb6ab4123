import type { AccountState } from "../../../utils/core/model/account-state.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";

/** Requests by which something is asked for or changed, from one on: method and route, with what was sent. */
export function requestsSince(cal: FakeCal, first: number) {
  return cal.requests
    .slice(first)
    .map(({ method, path, body }) => {
      const { pathname, searchParams } = new URL(path, "http://cal.invalid");
      return { what: `${method} ${pathname}`, sent: body ?? Object.fromEntries(searchParams) };
    })
    .filter(({ what }) => what !== "GET /v2/calendars" && what !== "GET /v2/event-types");
}

/** The requests for the list of calendars: what else is read beside it has reasons of its own. */
export function listsOf({ requests }: FakeCal): FakeCal["requests"] {
  return requests.filter(({ path }) => path.startsWith("/v2/calendars"));
}

/** What is the matter by what is stored, without what has ended or is covered. */
export function findingsIn({ findings }: AccountState): string[] {
  return findings
    .filter(({ inhibited, endedCounted }) => !inhibited && endedCounted === null)
    .map(({ kind }) => kind);
}

/** Whether Cal.com checks a calendar for conflicts. */
export function isSelectedAt({ world }: FakeCal, externalId: string): boolean {
  return world.users.some((user) => user.selections.some((one) => one.externalId === externalId));
}
