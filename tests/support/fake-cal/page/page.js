import { connectionCard, fillSelect, requestLine } from "./draw.js";
import { bookingLine, eventTypeCard } from "./meetings.js";

const byId = (id) => document.getElementById(id);
const POLL_MS = 1000;

let drawn = "";

async function act(action, fields = {}) {
  const answer = await fetch("/control", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ action, ...fields }),
  }).then((response) => response.json());
  const said = byId("said");
  said.textContent = answer.done ?? answer.error;
  said.classList.toggle("refused", answer.error !== undefined);
  await refresh();
}

async function refresh() {
  const { requests, ...state } = await fetch("/control/state").then((response) => response.json());
  byId("requests").replaceChildren(...requests.reverse().map(requestLine));
  const text = JSON.stringify(state);
  // Drawing again would close a menu that somebody is about to choose from.
  if (text !== drawn) {
    drawn = text;
    draw(state);
  }
}

function draw(state) {
  byId("api-url").textContent = location.origin;
  byId("api-key").textContent = state.keys.map(({ key }) => key).join(", ");
  fillSelect(byId("scenario"), state.scenarios, state.scenario);
  fillSelect(byId("mode"), state.modes, state.server.mode.kind);
  fillSelect(byId("key-state"), state.keyStates, state.keys[0]?.state);
  byId("slow").value = state.server.slowMs;
  byId("cache").value = state.server.cacheMs;
  const cards = state.users.flatMap(({ connections, id }) =>
    connections.map((connection) =>
      connectionCard(connection, state, (action, fields) => act(action, { userId: id, ...fields })),
    ),
  );
  byId("connections").replaceChildren(...cards);
  byId("destination").textContent = state.users
    .map(({ destination }) => destinationWords(destination))
    .join(", ");
  for (const name of ["listsSystemCalendars", "namesIcsIntegration"]) {
    byId(name).checked = state.server.older[name];
  }
  if (byId("app").options.length === 0) {
    byId("app").append(...state.apps.map(({ type, name }) => new Option(name, type)));
  }
  drawMeetings(state);
}

function destinationWords(row) {
  if (row === null) {
    return "no row";
  }
  const place = row.externalId === "" ? "blank" : row.externalId;
  return `row ${row.id}: ${place}, credential ${row.credentialId ?? "none"}`;
}

function drawMeetings({ users }) {
  const forUser = (id) => (action, fields) => act(action, { userId: id, ...fields });
  byId("event-types").replaceChildren(
    ...users.flatMap(({ eventTypes, connections, id }) =>
      eventTypes.map((eventType) => eventTypeCard(eventType, connections, forUser(id))),
    ),
  );
  byId("bookings").replaceChildren(
    ...users.flatMap(({ bookings, id }) => bookings.map((booking) => bookingLine(booking, forUser(id)))),
  );
}

byId("scenario").onchange = ({ target }) => act("scenario", { name: target.value });
byId("mode").onchange = ({ target }) => act("server", { mode: target.value });
byId("key-state").onchange = ({ target }) => act("key", { state: target.value });
byId("slow").onchange = ({ target }) => act("slow", { ms: Number(target.value) });
byId("cache").onchange = ({ target }) => act("cache", { ms: Number(target.value) });
for (const name of ["listsSystemCalendars", "namesIcsIntegration"]) {
  byId(name).onchange = ({ target }) => act("older", { [name]: target.checked });
}
byId("connect").onsubmit = (event) => {
  event.preventDefault();
  act("connect", { type: byId("app").value, email: byId("email").value });
};
byId("new-event-type").onsubmit = (event) => {
  event.preventDefault();
  act("add-event-type", { title: byId("title").value });
};
byId("book").onclick = () => act("book");
for (const action of ["mend-all", "clear-cache", "no-destination", "clear-requests"]) {
  byId(action).onclick = () => act(action);
}

await refresh();
setInterval(() => refresh().catch(() => {}), POLL_MS);
