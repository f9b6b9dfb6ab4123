import { nextAct } from "../../../utils/core/keep-set-up/next-act.ts";
import type { AccountState, FindingRecord } from "../../../utils/core/model/account-state.ts";
import type { Automatic, Rewrite } from "../../../utils/core/model/automatic.ts";
import { emptyStatus } from "../../../utils/core/model/empty-status.ts";
import type { Mending } from "../../../utils/core/model/mending.ts";
import type { StatusRecord } from "../../../utils/core/model/records.ts";
import { calendar, connection } from "../../fixtures/answers.ts";
import { brokenGoogle, google, MendingStory } from "./mending-story.ts";

export type Known = Pick<StatusRecord, "state" | "automatic" | "mendings">;

/** Something is to be put back at the end of the story, so that each of the tests below can take away one reason for it. */
export class Due {
  readonly known: Known;
  readonly now: number;

  constructor({ state, mendings, now }: MendingStory, automatic: Partial<Automatic> = {}) {
    this.known = { state, mendings, automatic: { ...emptyStatus().automatic, ...automatic } };
    this.now = now;
  }

  act(later = 0) {
    return nextAct(this.known, this.now + later);
  }

  /** What is put back where the state is like this instead. */
  where(change: Partial<AccountState>) {
    return nextAct({ ...this.known, state: { ...this.known.state, ...change } }, this.now);
  }

  whereKnown(change: Partial<Automatic>) {
    return nextAct({ ...this.known, automatic: { ...this.known.automatic, ...change } }, this.now);
  }

  whereFindings(change: Partial<FindingRecord>) {
    return this.where({ findings: this.known.state.findings.map((finding) => ({ ...finding, ...change })) });
  }

  whereMending(change: Partial<Mending>) {
    const mendings = this.known.mendings.map((mending) => ({ ...mending, ...change }));
    return nextAct({ ...this.known, mendings }, this.now);
  }
}

/** Two apps, of which bookings go to the second one's. */
const outlook = (...selected: string[]) =>
  connection(
    "office365_calendar",
    9,
    ["work", "Launches"].map((name) =>
      calendar(name, { primary: name === "work", isSelected: selected.includes(name) }),
    ),
  );

/** Bookings went to Outlook; Cal.com sends them to Google's main calendar since, though Outlook's works. */
export function rewritten(change: Partial<Rewrite> = {}): Due {
  const both = [google(1, "main"), outlook("work")];
  const story = new MendingStory().answer(both, "work").answer(both, "main").answer(both, "main");
  const rewrite = { at: story.now, to: story.state.destination.current, writtenAt: null, tried: false };
  return new Due(story, { rewrite: { ...rewrite, ...change } });
}

/** Outlook gave its `Launches` another id: that one is not checked any more. */
export function moved(): Due {
  const story = new MendingStory().answer([google(1, "main"), outlook("work", "Launches")]);
  const { calendars, ...rest } = outlook("work");
  const anew = calendars.map((one) => (one.name === "Launches" ? { ...one, externalId: "anew" } : one));
  for (let answer = 0; answer < 8; answer += 1) {
    story.answer([google(1, "main"), { ...rest, calendars: anew }], "main", 120);
  }
  return new Due(story);
}

/** Google broke, was removed, and added again: `Team` is not checked any more. */
export function removed(): Due {
  const story = new MendingStory().answer([google(1, "main", "Team")]).answer([brokenGoogle(1)], null);
  return new Due(story.answer([google(2, "main")]));
}
