import { remember, stored } from "../../../tests/fixtures/account.ts";
import { answered, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { apple, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";

/** States in which nothing is broken. */
export const working = {
  "all-well": () => stored(remember([answered(15, [google, outlook, apple], toDana)])),
  notices: () => stored(remember([answered(15, [googleFlagged, outlook, apple], toDana)])),
  "thousand-calendars": () => stored(remember([answered(15, [google, ...many()], toDana)])),
  "long-names": () => stored(remember([answered(15, [google, long], toDana)])),
  "first-check": () => stored(remember([])),
};

const NAME =
  "Quarterly planning of the regional committee for the coordination of coordination, north and south";
const ADDRESS = "a.person.with.quite.a.long.name@department.of.very.long.subdomains.example.com";
const long = connection(
  "office365_calendar",
  500,
  [
    calendar(NAME, { email: ADDRESS, primary: true, isSelected: false, readOnly: true }),
    calendar("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"),
  ],
  { appName: "Outlook Calendar for Very Large Organizations with Long Product Names" },
);

function many() {
  return Array.from({ length: 10 }, (_, group) =>
    connection(
      "google_calendar",
      1000 + group,
      Array.from({ length: 100 }, (_, index) =>
        calendar(`Team ${group + 1}-${index + 1}`, {
          primary: index === 0,
          email: `team${group + 1}@example.com`,
          isSelected: index % 3 !== 2,
          readOnly: index % 7 === 6,
        }),
      ),
    ),
  );
}
