import { change, type Pick, picked } from "./changes.ts";
import { distort } from "./distortions.ts";
import { changeEventType } from "./event-changes.ts";
import { distortEventTypes } from "./event-distortions.ts";
import { FAILURES } from "./failures.ts";
import type { Json } from "./json.ts";
import { Oracle } from "./oracle.ts";
import type { Step } from "./steps.ts";
import type { World } from "./world.ts";

const START = Date.parse("2026-03-02T08:00:00Z");
/** How long a snooze lasts, in seconds; none ends it. */
const SNOOZES = [0, 600, 3600, 6 * 3600, 3 * 86_400];

/** Writes down what happens, line by line. What the person marks is what stands by then. */
export class Teller {
  readonly lines: string[] = [];
  private readonly oracle = new Oracle();
  private standing: Json[] = [];
  private now = START;
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  tell({ gap, changes, eventChanges, eventTypes, line }: Step): void {
    for (const one of changes) change(this.world, one.which, one.pick);
    for (const one of eventChanges) changeEventType(this.world, one.which, one.pick);
    const times = "times" in line ? line.times : 1;
    for (let nth = 0; nth < times; nth += 1) {
      this.now += gap * 1000;
      if (line.type === "flapping") this.flap(line.pick, nth);
      this.write(this.content(line, eventTypes));
    }
  }

  private flap(pick: Pick, nth: number): void {
    const [connection] = picked(this.world, pick);
    if (connection !== undefined) connection.fault = nth % 2 === 0 ? "Access token expired or revoked" : null;
  }

  private write(content: Json): void {
    const text = JSON.stringify({ at: new Date(this.now).toISOString(), ...content });
    this.lines.push(text);
    this.standing = (JSON.parse(this.oracle.play(text)) as { findings: Json[] }).findings;
  }

  private content(line: Step["line"], eventTypes: Step["eventTypes"]): Json {
    if (line.type === "failure" || line.type === "outage") {
      const failure = FAILURES[line.which % FAILURES.length] ?? {};
      return "body" in failure ? { ...failure, ...this.eventTypes(eventTypes) } : failure;
    }
    if (line.type === "do") return { do: this.act(line.which, line.pick, line.follow) };
    const data: { connectedCalendars: unknown[]; destinationCalendar: unknown } = this.world.answer();
    if (line.type === "distorted") distort(data, line.which, line.pick);
    const body = { status: "success", data };
    // Beside a text event types are no part of what was read.
    if (eventTypes.read === 0)
      return { status: 200, text: JSON.stringify(body), eventTypes: { status: "success", data: [] } };
    return { status: 200, body, ...this.eventTypes(eventTypes) };
  }

  /** Three of four answers come with the event types; some of those can't be read. */
  private eventTypes({ read, which, how }: Step["eventTypes"]): Json {
    if (read < 5) return {};
    const shown = this.world.answerEventTypes();
    if (read > 16) return { eventTypes: distortEventTypes(shown, which, how) };
    return { eventTypes: { status: "success", data: shown } };
  }

  /** @param follow whether Cal.com does it, too */
  private act(which: number, pick: Pick, follow: boolean): Json {
    const { world, standing } = this;
    const [connection, calendar] = picked(world, pick);
    const finding = standing[pick.how % Math.max(1, standing.length)];
    if (which % 10 < 4 && finding !== undefined) return { expect: finding.kind, subject: finding.subject };
    if (which % 10 === 4) return { keepDestination: true };
    if (which % 10 === 5) {
      const until = this.now + (SNOOZES[pick.how % SNOOZES.length] ?? 0) * 1000;
      return { snoozeUntil: new Date(until).toISOString() };
    }
    if (connection === undefined || calendar === undefined)
      return { expect: "connection-gone", subject: { type: "connection", credentialId: 999 } };
    const { type, credentialId, delegationCredentialId } = connection;
    const { externalId } = calendar;
    const subject = {
      externalId,
      credentialId,
      ...(delegationCredentialId === null ? {} : { delegationCredentialId }),
    };
    if (which % 10 === 6) {
      if (follow) world.pointTo(connection, externalId);
      return { setDestination: { integration: type, externalId } };
    }
    const selects = which % 10 === 7;
    if (follow && selects) world.selected.add(externalId);
    if (follow && !selects) world.selected.delete(externalId);
    return selects ? { select: subject } : { unselect: subject };
  }
}
