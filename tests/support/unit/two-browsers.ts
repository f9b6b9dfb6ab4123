import { observeCalendars } from "../../../utils/cal-api/observe.ts";
import { planRestoring, planSelection } from "../../../utils/core/actions/plan.ts";
import { applyAction } from "../../../utils/core/findings/apply-action.ts";
import { evaluate } from "../../../utils/core/findings/evaluate.ts";
import { automaticAfter } from "../../../utils/core/keep-set-up/automatic-after.ts";
import { nextAct, withAct } from "../../../utils/core/keep-set-up/next-act.ts";
import { emptyAccountState } from "../../../utils/core/model/account-state.ts";
import type { Automatic, AutomaticChange } from "../../../utils/core/model/automatic.ts";
import { emptyStatus } from "../../../utils/core/model/empty-status.ts";
import { calendarSubject } from "../../../utils/core/model/subject.ts";
import type { Context } from "../fake-cal/context.ts";
import { control } from "../fake-cal/control/actions.ts";
import { ListCache } from "../fake-cal/list-cache.ts";
import { RequestLog } from "../fake-cal/request-log.ts";
import { destinationRoute } from "../fake-cal/routes/destination-calendars.ts";
import { selectRoute } from "../fake-cal/routes/selected-calendars.ts";
import { type ConnectionSeed, dana, destinationRow } from "../fake-cal/scenarios/build.ts";
import { createWorld } from "../fake-cal/scenarios/index.ts";
import { Throttle } from "../fake-cal/throttle.ts";
import type { User } from "../fake-cal/world.ts";
import { NOW } from "./world.ts";

/** Who last said where bookings go. */
type Writer = "person" | "cal" | "extension";

/** The fake Cal.com without its sockets: what reading writes, what a person does in the web app, and who did what last. */
export class Cal {
  readonly #context: Context;
  readonly #user: User;
  #now = NOW;
  writer: Writer = "person";
  /** What the person has chosen last, wherever bookings go meanwhile. */
  wish: string;
  /** As for a key that may only read. */
  refuses = false;

  /** @param bookings integration, calendar and credential that bookings go to at first */
  constructor(seeds: ConnectionSeed[], bookings: [string, string, number], cacheMs: number) {
    const clock = { now: () => this.#now, wait: async () => {} };
    const world = createWorld("all-well", cacheMs, clock);
    this.wish = bookings[1];
    this.#user = dana(seeds, destinationRow(...bookings));
    world.users = [this.#user];
    const [throttle, log] = [new Throttle(), new RequestLog()];
    this.#context = { world, cache: new ListCache(clock), throttle, log, clock };
  }

  get now(): number {
    return this.#now;
  }

  get bookings(): string {
    return this.#user.destination?.externalId ?? "";
  }

  get selected(): string[] {
    return this.#user.selections.map(({ externalId }) => externalId);
  }

  has(externalId: string): boolean {
    return this.#user.connections.some(({ calendars }) =>
      calendars.some((calendar) => calendar.externalId === externalId),
    );
  }

  wait(seconds: number): void {
    this.#now += seconds * 1000;
  }

  /** What anybody's look at the calendars is answered, with all that reading does. */
  async read(): Promise<unknown> {
    const before = JSON.stringify(this.#user.destination);
    const list = await this.#context.cache.read(this.#user, this.#context.world.server);
    if (JSON.stringify(this.#user.destination) !== before) this.writer = "cal";
    return structuredClone(list);
  }

  /** Something happens at a provider, or the person does it in the web app. */
  happen(action: string, fields: object): void {
    control(this.#context, { action, ...fields });
    if (action !== "destination") return;
    this.writer = "person";
    this.wish = this.bookings;
  }

  /** A change through the API; it may be refused. */
  async ask(route: typeof destinationRoute, body: object): Promise<void> {
    if (this.refuses) return;
    if (route === destinationRoute) await this.read();
    // Safe: of a request these routes look at nothing else.
    const request = { user: this.#user, context: this.#context, body } as Parameters<typeof route.handle>[0];
    try {
      await route.handle(request);
      if (route === destinationRoute) this.writer = "extension";
    } catch {
      // What it does then is nothing.
    }
  }
}

/** Something that a browser has asked for by itself, and who had decided before what it changed. */
interface Write {
  at: number;
  what: AutomaticChange["what"];
  over: Writer;
  /** It is not what the person has chosen, though this browser has seen that chosen. */
  isAgainstWish: boolean;
}

/** The extension in one browser, with what it does by itself, and without its shell. */
export class Browser {
  readonly #cal: Cal;
  readonly writes: Write[] = [];
  #seenWish: string | null = null;
  state = emptyAccountState();
  automatic: Automatic = emptyStatus().automatic;

  constructor(cal: Cal) {
    this.#cal = cal;
  }

  async check(): Promise<void> {
    await this.#look();
    for (let act = this.#next(); act; act = this.#next()) {
      ({ automatic: this.automatic } = withAct(this.#known(), act, this.#cal.now));
      await this.#ask(act);
      this.#cal.wait(1);
      await this.#look();
    }
  }

  #next(): AutomaticChange | null {
    return nextAct(this.#known(), this.#cal.now);
  }

  /** Nothing is mended here: that has tests of its own. */
  #known() {
    return { state: this.state, automatic: this.automatic, mendings: [] };
  }

  async #look(): Promise<void> {
    const { now } = this.#cal;
    const json = { status: "success", data: await this.#cal.read() };
    const observation = observeCalendars({ status: 200, headers: new Map(), json }, now);
    const before = this.state;
    this.state = evaluate(before, observation, now, { intervalMinutes: 30 }).state;
    const { wish, writer } = this.#cal;
    // Where reading has written what happens to be the wish, no answer tells it from any other that reading wrote.
    if (this.state.destination.current?.externalId === wish && writer !== "cal") this.#seenWish = wish;
    const seen = { before, after: this.state, observation, now };
    this.automatic = automaticAfter(this.automatic, [], seen).automatic;
  }

  async #ask(act: AutomaticChange): Promise<void> {
    if (act.what === "everything") return;
    const plan =
      act.what === "destination"
        ? planRestoring
        : planSelection("select-calendar", calendarSubject(act, act.externalId));
    const change = plan(this.state);
    if (change === "done-already" || "problem" in change) return;
    this.state = applyAction(this.state, change.announced, this.#cal.now);
    const { now, writer, wish } = this.#cal;
    const isAgainstWish = act.what === "destination" && this.#seenWish === wish && act.externalId !== wish;
    this.writes.push({ at: now, what: act.what, over: writer, isAgainstWish });
    const { integration, externalId, credentialId } = change.calendar;
    const body = { integration, externalId, credentialId };
    await this.#cal.ask(act.what === "destination" ? destinationRoute : selectRoute, body);
  }
}
