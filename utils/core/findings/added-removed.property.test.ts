import fc from "fast-check";
import { expect, it, vi } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  connection,
  destination,
  GENERIC,
  type Json,
  REVOKED,
} from "../../../tests/fixtures/bodies.ts";
import { type Printed, Replay } from "../../../tests/support/unit/replay.ts";

// Many runs, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 60_000 });

/** Two accounts of one app; the one's team calendar is shared with the other. */
const ACCOUNTS = [
  ["dana", "family", "team"],
  ["kim", "team"],
] as const;

const step = fc.record({
  what: fc.constantFrom("add", "remove", "break", "break", "mend", "select", "unselect"),
  account: fc.constantFrom(0, 1),
  which: fc.nat(2),
  id: fc.constantFrom("team", "team", "team", "dana", "kim"),
  message: fc.constantFrom(GENERIC, REVOKED),
  /** Seconds until Cal.com is asked again. */
  pause: fc.constantFrom(20, 20, 60, 300, 1800, 90_000),
});

interface Added {
  account: number;
  credentialId: number;
  message: string | null;
}

/** Connections as a person adds and removes them in the web app, and what Cal.com checks. */
class People {
  readonly selected = new Set<string>(["dana", "kim", "team"]);
  #connections: Added[] = [
    { account: 0, credentialId: 20, message: null },
    { account: 1, credentialId: 21, message: null },
  ];
  #next = 22;

  take({ what, account, which, id, message }: typeof step extends fc.Arbitrary<infer S> ? S : never): void {
    const own = this.#connections.filter((one) => one.account === account);
    const one = own[which % Math.max(own.length, 1)];
    if (what === "add") {
      // What is selected then is the main calendar alone.
      this.#connections.push({ account, credentialId: this.#next++, message: null });
      this.selected.add(ACCOUNTS[account]?.[0] ?? "");
    } else if (what === "select") this.selected.add(id);
    else if (what === "unselect") this.selected.delete(id);
    else if (one && what === "remove") this.#connections = this.#connections.filter((other) => other !== one);
    else if (one) one.message = what === "break" ? message : null;
  }

  /** The calendars that Cal.com really checks: those of connections that work. */
  checked(): Set<string> {
    const live = this.#connections.filter(({ message }) => message === null);
    return new Set(
      live.flatMap(({ account }) => ACCOUNTS[account] ?? []).filter((id) => this.selected.has(id)),
    );
  }

  body(): Json {
    const list = this.#connections.map(({ account, credentialId, message }) => {
      const own = ACCOUNTS[account] ?? [];
      const of = connection(
        "google_calendar",
        credentialId,
        own.map((id, index) =>
          calendar(id, { isSelected: this.selected.has(id), primary: index === 0 || null }),
        ),
      );
      return message === null ? of : broken(of, message);
    });
    return answerOf(list, destination("dana"));
  }
}

const UNCHECKED = new Set(["not-selected", "selection-lost", "calendar-gone", "calendar-moved"]);

const saidUnchecked = ({ findings }: Printed) =>
  findings.filter(({ kind }) => UNCHECKED.has(kind)).map(({ subject }) => String(subject.externalId));

it("a calendar that is selected in a connection that works is never said to be unchecked, however connections come and go", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const [people, replay] = [new People(), new Replay()];
      replay.answer(people.body());
      for (const one of steps) {
        people.take(one);
        const shown = replay.wait(one.pause).print({ status: 200, body: people.body() });
        const checked = people.checked();
        expect(saidUnchecked(shown).filter((id) => checked.has(id))).toEqual([]);
        if (checked.size > 0)
          expect(shown.findings.map(({ kind }) => kind)).not.toContain("nothing-selected");
      }
    }),
    { numRuns: 500 },
  );
});
