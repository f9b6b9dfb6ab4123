import type { FindingKind, Level } from "../../../utils/core/model/finding.ts";
import {
  answerOf,
  broken,
  calendar,
  connection,
  destination,
  GENERIC,
  type Json,
  primary,
  REVOKED,
  rejection,
} from "../../fixtures/bodies.ts";
import { chances } from "./random.ts";
import { Truth } from "./truth.ts";

const GOOGLE = "Google Calendar";
const OUTLOOK = "Outlook Calendar";
const FEED = "ICS Feed";
const HOUR = 3_600_000;

interface Answer {
  status: number;
  body: Json;
}

/**
 * A person's three connections over months: they break and are mended, blip, vanish and come back, are unselected and selected,
 * bookings go elsewhere and back, the server fails, the key is rejected. Says what has to be in the history of all that.
 */
export class SimulatedWorld {
  readonly truth = new Truth();
  readonly #chance: ReturnType<typeof chances>;
  #outlook: "fine" | "blip" | "broken" = "fine";
  #message = GENERIC;
  #brokeAt = 0;
  #feed: "fine" | "missed" | "gone" | "forgotten" = "fine";
  #team: "checked" | "doubted" | "lost" = "checked";
  #bookings: "home" | "doubted" | "away" = "home";
  #toldPlace = "Dana";
  #failures = 0;
  #isRejected = false;

  /** So many failures in a row that the last comes more than two hours after the first. */
  readonly #unreachable: number;

  /** @param betweenMs between one look and the next */
  constructor(seed: number, betweenMs: number) {
    this.#chance = chances(seed);
    this.#unreachable = Math.floor((2 * HOUR) / betweenMs) + 2;
  }

  /** The first answer, in which all is well. */
  first(now: number): Answer {
    this.#noteDays(now);
    return { status: 200, body: this.#body() };
  }

  /** What the server answers now, after something may have happened. */
  answer(now: number): Answer {
    if (this.#failures > 0 ? this.#chance(0.85) : this.#chance(0.01)) return this.#fail(now);
    if (this.#isRejected ? this.#chance(0.3) : this.#failures === 0 && this.#chance(0.01))
      return this.#reject(now);
    this.#answerAgain(now);
    this.#changeOutlook(now);
    this.#changeFeed(now);
    this.#changeTeam(now);
    this.#changeDestination(now);
    this.#noteDays(now);
    return { status: 200, body: this.#body() };
  }

  get isOutlookBroken(): boolean {
    return this.#outlook === "broken";
  }

  get isFeedGone(): boolean {
    return this.#feed === "gone";
  }

  /** The person has accepted that the feed is gone. */
  forgetFeed(now: number): void {
    this.#feed = "forgotten";
    this.#finding(now, "ended", "warning", "connection-gone", FEED);
  }

  #fail(now: number): Answer {
    this.#failures += 1;
    if (this.#failures === this.#unreachable) this.#finding(now, "came", "warning", "unreachable");
    return { status: 500, body: {} };
  }

  #reject(now: number): Answer {
    if (!this.#isRejected) this.#finding(now, "came", "error", "key-rejected");
    if (this.#failures >= this.#unreachable) this.#finding(now, "recovered", "warning", "unreachable");
    this.#isRejected = true;
    this.#failures = 0;
    return { status: 401, body: rejection() };
  }

  #answerAgain(now: number): void {
    if (this.#isRejected) this.#finding(now, "recovered", "error", "key-rejected");
    if (this.#failures >= this.#unreachable) this.#finding(now, "recovered", "warning", "unreachable");
    this.#isRejected = false;
    this.#failures = 0;
  }

  #changeOutlook(now: number): void {
    switch (this.#outlook) {
      case "fine":
        // Not so often that it flaps.
        if (now - this.#brokeAt < 13 * HOUR || this.#bookings !== "home") return;
        this.#message = this.#chance(0.5) ? GENERIC : REVOKED;
        if (this.#chance(0.8)) return;
        if (this.#message === GENERIC) this.#outlook = "blip";
        else this.#break(now);
        return;
      case "blip":
        // It is over, or the second answer that says so confirms it.
        if (this.#chance(0.5)) this.#outlook = "fine";
        else this.#break(now);
        return;
      case "broken":
        if (this.#chance(0.7)) return;
        this.#outlook = "fine";
        this.#finding(now, "recovered", "error", "connection-error", OUTLOOK);
    }
  }

  #break(now: number): void {
    this.#outlook = "broken";
    this.#brokeAt = now;
    this.#finding(now, "came", "error", "connection-error", OUTLOOK);
  }

  #changeFeed(now: number): void {
    switch (this.#feed) {
      case "fine":
        if (this.#chance(0.02)) this.#feed = "missed";
        return;
      case "missed":
        this.#feed = this.#chance(0.5) ? "fine" : "gone";
        if (this.#feed === "gone") this.#finding(now, "came", "warning", "connection-gone", FEED);
        return;
      case "gone":
        if (this.#chance(0.8)) return;
        this.#feed = "fine";
        this.#finding(now, "recovered", "warning", "connection-gone", FEED);
        return;
      case "forgotten":
        if (this.#chance(0.05)) this.#feed = "fine";
    }
  }

  #changeTeam(now: number): void {
    switch (this.#team) {
      case "checked":
        if (this.#chance(0.06)) this.#team = "doubted";
        return;
      case "doubted":
        this.#team = this.#chance(0.5) ? "checked" : "lost";
        if (this.#team === "lost") this.#tellTeam(now, "came", "unselected");
        return;
      case "lost":
        if (this.#chance(0.94)) return;
        this.#team = "checked";
        this.#tellTeam(now, "recovered", "selected");
    }
  }

  #tellTeam(now: number, event: "came" | "recovered", change: "selected" | "unselected"): void {
    this.truth.tell(now, { event, level: "warning", kind: "selection-lost", app: GOOGLE, name: "Team" });
    this.truth.tell(now, { event: change, app: GOOGLE, name: "Team" });
  }

  #changeDestination(now: number): void {
    const changes = this.#outlook === "fine" && this.#chance(0.03);
    if (this.#bookings === "home" && changes) {
      // Beside a connection that may be gone it is doubted, too.
      this.#bookings = this.#feed === "missed" ? "doubted" : "away";
      if (this.#bookings === "away") this.#finding(now, "came", "warning", "destination-changed");
    } else if (changes) {
      if (this.#bookings === "away") this.#finding(now, "recovered", "warning", "destination-changed");
      this.#bookings = "home";
    } else if (this.#bookings === "doubted") {
      this.#bookings = "away";
      this.#finding(now, "came", "warning", "destination-changed");
    }
    this.#tellDestination(now);
  }

  /** Where bookings go is told once no connection is in doubt, or once it is sure all the same. */
  #tellDestination(now: number): void {
    const place = this.#bookings === "home" ? "Dana" : "Office";
    const isDoubted = this.#feed === "missed" || this.#outlook === "blip";
    if (place === this.#toldPlace || (isDoubted && this.#bookings !== "away")) return;
    this.truth.tell(now, { event: "destination", from: this.#toldPlace, name: place });
    this.#toldPlace = place;
  }

  #noteDays(now: number): void {
    this.truth.noteDay(now, GOOGLE, "w");
    if (this.#outlook === "fine") this.truth.noteDay(now, OUTLOOK, "w");
    if (this.#outlook === "broken") this.truth.noteDay(now, OUTLOOK, "b");
    if (this.#feed === "fine") this.truth.noteDay(now, FEED, "w");
    if (this.#feed === "gone") this.truth.noteDay(now, FEED, "b");
  }

  #finding(
    now: number,
    event: "came" | "recovered" | "ended",
    level: Level,
    kind: FindingKind,
    app?: string,
  ): void {
    this.truth.tell(now, { event, level, kind, app });
  }

  #body(): Json {
    const google = connected(GOOGLE, "google_calendar", 135, [
      primary("dana", { name: "Dana" }),
      calendar("team", { name: "Team", isSelected: this.#team === "checked" }),
    ]);
    const outlook = connected(OUTLOOK, "office365_calendar", 212, [primary("office", { name: "Office" })]);
    const feed = connected(FEED, "ics-feed_calendar", 300, [
      calendar("https://feeds.example.com/s3cr3t.ics", { name: "Trips" }),
    ]);
    const list = [
      google,
      this.#outlook === "fine" ? outlook : broken(outlook, this.#message),
      ...(this.#feed === "fine" ? [feed] : []),
    ];
    const [id, type] =
      this.#bookings !== "home" ? ["office", "office365_calendar"] : ["dana", "google_calendar"];
    return answerOf(list, destination(id, type));
  }
}

function connected(title: string, type: string, id: number, calendars: Json[]): Json {
  return { ...connection(type, id, calendars), integration: { type, title, slug: type } };
}
