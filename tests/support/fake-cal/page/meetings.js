import { element } from "./draw.js";

/** An event type with the calendar that it adds bookings to, if it has one of its own. `act` sends a control action. */
export function eventTypeCard({ id, title, hidden, destination }, connections, act) {
  const choice = element("select", { ariaLabel: `Where bookings of ${title} are added` });
  choice.append(
    new Option("The user's destination", ""),
    ...connections.flatMap(({ app, credentialId, calendars }) =>
      calendars.map(({ externalId, name }) => {
        const value = JSON.stringify({ credentialId, externalId });
        const isOwn = destination?.credentialId === credentialId && destination.externalId === externalId;
        return new Option(`${app} ${credentialId}: ${name ?? externalId}`, value, false, isOwn);
      }),
    ),
  );
  choice.onchange = () => {
    const place = choice.value === "" ? { externalId: null } : JSON.parse(choice.value);
    act("event-type-destination", { eventTypeId: id, ...place });
  };
  return element(
    "article",
    {},
    element("h3", { textContent: `${title} ${id}${hidden ? " (hidden)" : ""}` }),
    element(
      "div",
      { className: "controls" },
      choice,
      element("button", {
        type: "button",
        textContent: "Book",
        onclick: () => act("book", { eventTypeId: id }),
      }),
    ),
  );
}

/** One booking with what came of writing it to a calendar. */
export function bookingLine({ uid, title, status, start, references }, act) {
  const chip = (word, next) =>
    element("button", {
      type: "button",
      textContent: word,
      onclick: () => act("booking-status", { uid, status: next }),
    });
  const waits = status === "pending" ? [chip("Confirm", "accepted"), chip("Reject", "rejected")] : [];
  return element(
    "li",
    {},
    element("div", { className: "name", textContent: `${start.slice(0, 16)} ${title} · ${status}` }),
    element("div", {
      className: "meta",
      textContent: references.map(referenceWords).join(", ") || "not written",
    }),
    element("div", { className: "chips" }, ...waits, chip("Call off", "cancelled")),
  );
}

function referenceWords({ type, eventUid, destinationCalendarId }) {
  const place = `${type} "${destinationCalendarId ?? ""}"`;
  return eventUid === "" ? `in no calendar: ${place} failed` : `in ${place}`;
}
