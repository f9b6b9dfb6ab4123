import type { Json } from "./json.ts";

export interface WorldCalendar {
  externalId: string;
  name: string | null;
  primary: boolean;
  readOnly: boolean;
  vanished: boolean;
}

export interface WorldConnection {
  type: string;
  credentialId: number;
  delegationCredentialId: string | null;
  calendars: WorldCalendar[];
  /** What the provider fails with; null when it works. Undefined stands for an entry without any message. */
  fault: string | null | undefined;
  /** Left out of the list for now, as while its app is switched off. */
  hidden: boolean;
}

/** Its own destination is a row, too, which is not looked for when it is read. */
export interface WorldEventType {
  id: number;
  hidden: boolean;
  own: Row | null;
}

interface Row {
  integration: string;
  externalId: string;
  credentialId: number | null;
  delegationCredentialId: string | null;
}

export const NO_PRIMARY = "No primary calendar found";

const APPS = [
  "apple_calendar",
  "caldav_calendar",
  "google_calendar",
  "ics-feed_calendar",
  "office365_calendar",
];

/** A small account at Cal.com, which answers as Cal.com does: reading it can change where bookings go. */
export class World {
  readonly connections: WorldConnection[] = [];
  /** Calendars that are checked for conflicts, by their id alone. */
  readonly selected = new Set<string>();
  row: Row | null = null;
  readonly eventTypes: WorldEventType[] = [];
  /** Whether a destination that is not found is written anew. */
  rewrites = true;
  private nextId = 20;

  add(type: string, calendars: WorldCalendar[], delegationCredentialId: string | null): WorldConnection {
    this.nextId += 1;
    const connection: WorldConnection = {
      type,
      credentialId: delegationCredentialId === null ? this.nextId : -1,
      delegationCredentialId,
      calendars,
      fault: null,
      hidden: false,
    };
    this.connections.push(connection);
    this.connections.sort(inCalComsOrder);
    return connection;
  }

  newId(): number {
    this.nextId += 1;
    return this.nextId;
  }

  remove(connection: WorldConnection): void {
    this.connections.splice(this.connections.indexOf(connection), 1);
    const { credentialId, delegationCredentialId } = connection;
    const isOf = (row: Row | null) =>
      row?.credentialId === credentialId && row.delegationCredentialId === delegationCredentialId;
    if (isOf(this.row)) this.row = null;
    for (const eventType of this.eventTypes) if (isOf(eventType.own)) eventType.own = null;
  }

  pointTo(connection: WorldConnection, externalId: string): void {
    const { type, credentialId, delegationCredentialId } = connection;
    this.row = { integration: type, externalId, credentialId, delegationCredentialId };
  }

  /** The list, after the destination was looked for in it and, where it was not found, written anew. */
  answer(): { connectedCalendars: Json[]; destinationCalendar: Json } {
    const shown = this.connections.filter(({ hidden }) => !hidden);
    if (this.rewrites) this.rewrite(shown);
    return {
      connectedCalendars: shown.map((it) => this.entry(it)),
      destinationCalendar: this.row === null ? {} : { id: 7, ...this.row },
    };
  }

  /** Of its own destination only app and id are told. */
  answerEventTypes(): Json[] {
    return this.eventTypes.map(({ id, hidden, own }) => ({
      id,
      title: `Meeting ${id}`,
      hidden,
      ...(own === null
        ? {}
        : { destinationCalendar: { integration: own.integration, externalId: own.externalId } }),
    }));
  }

  private rewrite(shown: WorldConnection[]): void {
    const [first] = shown;
    const { row } = this;
    if (first === undefined) this.row = null;
    else if (row === null) {
      const primary = listedBy(first)[0];
      if (primary !== undefined) this.pointTo(first, primary.externalId);
      else this.row = { integration: "", externalId: "", credentialId: null, delegationCredentialId: null };
    } else if (!shown.some((it) => it.type === row.integration && lists(it, row.externalId))) {
      const primary = listedBy(first)[0];
      row.integration = primary === undefined ? "" : first.type;
      row.externalId = primary?.externalId ?? "";
    }
  }

  private entry(connection: WorldConnection): Json {
    const { type, credentialId, delegationCredentialId, fault } = connection;
    const base = { integration: { type }, credentialId, delegationCredentialId };
    const calendars = listedBy(connection).map(({ externalId, name, primary, readOnly }) => ({
      externalId,
      integration: type,
      name,
      primary: primary || null,
      readOnly,
      isSelected: this.selected.has(externalId),
      credentialId,
      delegationCredentialId,
    }));
    if (fault === undefined) return base;
    const error = { message: fault ?? NO_PRIMARY };
    if (fault === NO_PRIMARY || (fault === null && calendars.length === 0))
      return { integration: { type }, credentialId, error };
    if (fault !== null) return { ...base, error };
    return { ...base, primary: calendars[0], calendars };
  }
}

/** What a working connection lists, the provider's primary first. */
export function listedBy({ calendars, fault }: WorldConnection): WorldCalendar[] {
  if (fault !== null) return [];
  return calendars.filter(({ vanished }) => !vanished).sort((a, b) => Number(b.primary) - Number(a.primary));
}

function lists(connection: WorldConnection, externalId: string): boolean {
  return listedBy(connection).some((it) => it.externalId === externalId);
}

function inCalComsOrder(a: WorldConnection, b: WorldConnection): number {
  return (
    APPS.indexOf(a.type) - APPS.indexOf(b.type) ||
    Number(a.delegationCredentialId === null) - Number(b.delegationCredentialId === null) ||
    a.credentialId - b.credentialId ||
    ((a.delegationCredentialId ?? "") < (b.delegationCredentialId ?? "") ? -1 : 1)
  );
}
