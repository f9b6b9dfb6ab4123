import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import { google, toDana } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection } from "../../cal-api/observation.ts";
import { listedDestination } from "./listed-destination.ts";

const shared = (id: number) => connection("google_calendar", id, [calendar("Travel"), calendar("Shared")]);
const to = destination(shared(2), "Shared");

/** After an answer with all of these, and one with those. */
function listed(before: AnsweredConnection[], after: AnsweredConnection[], wanted = to) {
  const state = remember([answered(40, before, wanted), answered(5, after, wanted)]);
  return listedDestination(state, state.destination.current);
}

test("the calendar that bookings go to is that of the connection that the destination names", () => {
  const found = listed([shared(1), shared(2)], [shared(1), shared(2)]);
  expect(found).toMatchObject({ connection: { credentialId: 2 }, calendar: { externalId: "Shared" } });
  expect(listed([google], [google], toDana)).toMatchObject({ calendar: { externalId: "dana@example.com" } });
});

test("it is not one of a connection that is broken, or that lists it no more", () => {
  expect(listed([google, shared(2)], [google, broken(shared(2), "No access")])).toBeUndefined();
  const without = connection("google_calendar", 2, [calendar("Travel")]);
  expect(listed([google, shared(2)], [google, without])).toBeUndefined();
});

test("there is none without a destination", () => {
  expect(listedDestination(remember([answered(5, [google])]), null)).toBeUndefined();
  expect(listedDestination(remember([]), null)).toBeUndefined();
});
