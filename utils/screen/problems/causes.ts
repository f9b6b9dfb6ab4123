import { shortAppName } from "../../copy/app-name.ts";
import { t } from "../../copy/i18n.ts";
import { destinationConnections } from "../../core/calendars/destination-connections.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { isUnderWay, mendingOf } from "../../core/mending/find.ts";
import type { AccountState, RememberedConnection } from "../../core/model/account-state.ts";
import { type Finding, LEVELS } from "../../core/model/finding.ts";
import { connectionKey, type Subject } from "../../core/model/subject.ts";
import type { Card, FixContext, MendingContext, MendingWithEffects } from "./fix.ts";

interface Told {
  cards: Card[];
  mendings: MendingWithEffects[];
}

/**
 * Puts what rests on a connection that is broken, gone, or being mended into the card about that: once it is mended, its effects
 * are over. What has no such card stands on its own.
 */
export function inCauses(
  context: FixContext,
  { cards, mendings }: { cards: Card[]; mendings: MendingContext[] },
): Told {
  const causes = cards.map((card) => ({ card, key: causeOf(context, card) }));
  const told = new Set([
    ...cards.flatMap(ownKey),
    ...mendings.map(({ connection }) => connectionKey(connection)),
  ]);
  const effects = causes.filter(
    ({ card, key }) => key !== null && told.has(key) && !ownKey(card).includes(key),
  );
  const effectsOf = (keys: readonly string[]) =>
    effects.flatMap(({ card, key }) => (key !== null && keys.includes(key) ? [card] : []));
  const inside = new Set(effects.map(({ card }) => card));
  return {
    cards: cards
      .filter((card) => !inside.has(card))
      .map((card) => {
        const own = effectsOf(ownKey(card));
        return own.length === 0 ? card : { ...card, effects: own, level: worst([card, ...own]) };
      }),
    mendings: mendings.map((mending) => ({
      ...mending,
      title: titleOf(context, mending),
      elementId: `mending-${context.account.id}-${connectionKey(mending.connection)}`,
      effects: effectsOf([connectionKey(mending.connection)]),
    })),
  };
}

function titleOf({ mendings }: FixContext, { connection }: MendingContext): string {
  const mending = mendingOf(mendings, connection);
  return mending ? t("mending.heading", [shortAppName(mending)]) : "";
}

function worst(cards: readonly Card[]): Card["level"] {
  return LEVELS.find((level) => cards.some((card) => card.level === level)) ?? "notice";
}

/** The connection that a card is about as a cause of others. */
function ownKey({ findings: [{ kind, subject }] }: Card): string[] {
  const isCause = kind === "connection-error" || kind === "connection-gone";
  return isCause && subject.type === "connection" ? [connectionKey(subject)] : [];
}

/** Of a card for several the one that all of them have. */
function causeOf(context: FixContext, { findings }: Card): string | null {
  const [first, ...others] = new Set(findings.map((finding) => causeOfOne(context, finding)));
  return others.length === 0 ? (first ?? null) : null;
}

function causeOfOne(context: FixContext, { kind, subject }: Finding): string | null {
  const { state } = context;
  const { current, remembered } = state.destination;
  switch (kind) {
    case "destination-broken":
      return mendedIn(context, destinationConnections(state, current));
    case "destination-changed":
      return mendedIn(context, destinationConnections(state, remembered));
    case "event-type-destination-broken":
    case "event-type-destination-lost":
      return mendedIn(context, homesOfEventType(state, subject));
    case "selection-lost":
    case "not-selected":
    case "connection-unchecked":
      return mendedIn(context, homeOfSelection(context, subject));
    default:
      return null;
  }
}

/** The key of the connection whose mending brings one of these back. */
function mendedIn({ mendings }: FixContext, connections: readonly RememberedConnection[]): string | null {
  for (const connection of connections) {
    const key = connectionKey(connection);
    if (connection.condition !== "healthy") return key;
    const mending = mendings.find(
      (one) =>
        isUnderWay(one) &&
        (connectionKey(one) === key || (one.successor !== null && connectionKey(one.successor) === key)),
    );
    if (mending) return connectionKey(mending);
  }
  return null;
}

function homesOfEventType(state: AccountState, subject: Subject): RememberedConnection[] {
  if (subject.type !== "eventType") return [];
  const known = state.eventTypes.find(({ id }) => id === subject.id);
  const calendar = known?.destination ?? known?.remembered;
  return state.connections.filter(({ calendars }) =>
    calendars.some(({ externalId }) => externalId === calendar?.externalId),
  );
}

/** Only what was checked when the connection broke: what is unchecked besides that has another reason. */
function homeOfSelection({ state, mendings }: FixContext, subject: Subject): RememberedConnection[] {
  const connection =
    subject.type === "calendar" || subject.type === "connection" ? connectionOf(state, subject) : undefined;
  if (!connection) return [];
  const wasChecked =
    subject.type === "connection" ||
    (subject.type === "calendar" &&
      mendings.some(({ selected }) => selected.some(({ externalId }) => externalId === subject.externalId)));
  return wasChecked ? [connection] : [];
}
