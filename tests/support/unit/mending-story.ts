import type { AnsweredConnection, AnsweredDestination } from "../../../utils/cal-api/observation.ts";
import { evaluate } from "../../../utils/core/findings/evaluate.ts";
import { mendingsAfter } from "../../../utils/core/mending/mendings-after.ts";
import { type AccountState, emptyAccountState } from "../../../utils/core/model/account-state.ts";
import type { Mending } from "../../../utils/core/model/mending.ts";
import { broken, calendar, connection, destination } from "../../fixtures/answers.ts";
import { MINUTE, NOW } from "./world.ts";

export const REVOKED = "Access token expired or revoked";
/** Not definitive: another answer has to say so. */
export const UNREADABLE = "Could not get connected calendars";

/** Of Dana's Google account: the main calendar and those of these names, each checked for conflicts. */
export function google(credentialId: number, ...selected: string[]): AnsweredConnection {
  const names = ["main", "Team", "Family"];
  return connection(
    "google_calendar",
    credentialId,
    names.map((name) =>
      calendar(name, { primary: name === "main", isSelected: selected.includes(name), email: "dana" }),
    ),
  );
}

export const brokenGoogle = (credentialId: number, message = REVOKED) =>
  broken(google(credentialId), message);

/** One account's answers, and what becomes of its connections. */
export class MendingStory {
  state: AccountState = emptyAccountState();
  mendings: Mending[] = [];
  now = NOW;

  /** An answer so many minutes later; where bookings go is a calendar of the first connection that has it, or blank. */
  answer(connections: AnsweredConnection[], goesTo: string | null = "main", minutes = 30): this {
    const home = connections.find(({ calendars }) => calendars.some((one) => one.externalId === goesTo));
    const set: AnsweredDestination = home && goesTo !== null ? destination(home, goesTo) : { kind: "blank" };
    const answer = { connections, destination: set, eventTypes: null };
    return this.observe({ kind: "answer", answer }, minutes);
  }

  observe(observation: Parameters<typeof evaluate>[1], minutes = 30): this {
    this.now += minutes * MINUTE;
    const before = this.state;
    const { state, changes } = evaluate(before, observation, this.now, { intervalMinutes: 30 });
    const isGood = observation.kind === "answer";
    const { renamed, moved } = changes;
    this.state = state;
    this.mendings = mendingsAfter(this.mendings, {
      before,
      after: state,
      renamed,
      moved,
      isGood,
      now: this.now,
    });
    return this;
  }

  /** The one mending that there is. */
  get only(): Mending {
    const [mending, ...others] = this.mendings;
    if (!mending || others.length > 0) throw new Error(`There are ${this.mendings.length} mendings.`);
    return mending;
  }

  /** What is checked, by the one mending. */
  get selected(): string[] {
    return this.only.selected.map(({ externalId }) => externalId);
  }
}
