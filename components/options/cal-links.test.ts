import { expect, test } from "vitest";
import { DANA } from "../../tests/fixtures/account.ts";
import { calLinks } from "./cal-links.ts";

const KIM = { ...DANA, id: "kim" };
const OWN = {
  ...DANA,
  id: "own",
  region: "self-hosted" as const,
  apiUrl: "https://api.cal.example.org/v2",
  webUrl: "https://cal.example.org",
};

test("two accounts of one web app have the same links, which are there once", () => {
  const links = {
    place: "Cal.com",
    calendars: "https://app.cal.com/settings/my-account/calendars",
    apiKeys: "https://app.cal.com/settings/developer/api-keys",
  };
  expect(calLinks([DANA, KIM])).toEqual([links]);
});

test("each web app has its own, named after where it is", () => {
  expect(calLinks([DANA, OWN]).map(({ place }) => place)).toEqual(["Cal.com", "api.cal.example.org"]);
});

test("there are none to a server whose web app is not known", () => {
  expect(calLinks([{ ...OWN, webUrl: null }])).toEqual([]);
});
