import { connectionCard, fillSelect, requestLine } from "./draw.js";

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
}

byId("scenario").onchange = ({ target }) => act("scenario", { name: target.value });
byId("mode").onchange = ({ target }) => act("server", { mode: target.value });
byId("key-state").onchange = ({ target }) => act("key", { state: target.value });
byId("slow").onchange = ({ target }) => act("slow", { ms: Number(target.value) });
byId("cache").onchange = ({ target }) => act("cache", { ms: Number(target.value) });
for (const action of ["mend-all", "clear-cache", "no-destination", "clear-requests"]) {
  byId(action).onclick = () => act(action);
}

await refresh();
setInterval(() => refresh().catch(() => {}), POLL_MS);
