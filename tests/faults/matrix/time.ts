import type { Fault } from "./fault.ts";
import type { Ground } from "./ground.ts";
import { jumps, jumpsForOneCheck } from "./wrong-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const passes = (ms: number) => (ground: Ground) => ground.pass(ms);

const faults: Omit<Fault, "group">[] = [
  // Of these the dates of the answers say the same as the clock.
  { name: "the machine sleeps for a night", begin: passes(10 * HOUR), quick: true },
  { name: "the machine sleeps for a month", begin: passes(30 * DAY) },
  { name: "the clock was a minute ahead and is set right", begin: passes(-MINUTE) },
  { name: "the clock was an hour ahead and is set right", begin: passes(-HOUR) },
  { name: "the clock was a year ahead and is set right", begin: passes(-365 * DAY) },
  // And of these not.
  { name: "the clock goes back by a minute", begin: jumps(-MINUTE) },
  { name: "the clock goes back by an hour", begin: jumps(-HOUR), quick: true },
  { name: "the clock goes back by a year", begin: jumps(-365 * DAY) },
  { name: "the clock goes forward by 40 days", begin: jumps(40 * DAY) },
  { name: "the clock is an hour ahead for one check", begin: jumpsForOneCheck(HOUR) },
  { name: "the clock is a day ahead for one check", begin: jumpsForOneCheck(DAY) },
  { name: "the clock is 40 days ahead for one check", begin: jumpsForOneCheck(40 * DAY) },
  { name: "the clock is a year behind for one check", begin: jumpsForOneCheck(-365 * DAY) },
  {
    name: "the alarm of the browser is lost",
    begin: ({ browser }) => browser.inExtension((api) => api.alarms.clearAll()),
  },
  {
    name: "the alarm of the browser rings ten times at once",
    begin: ({ browser }) =>
      browser.inExtension(async (api) => {
        const { name = "" } = (await api.alarms.getAll())[0] ?? {};
        for (let times = 0; times < 10; times++) api.alarms.create(name, { when: Date.now() });
      }),
  },
];

export const TIME: Fault[] = faults.map((fault) => ({ ...fault, group: "time" }));
