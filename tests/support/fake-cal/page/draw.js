/** Makes an element with properties and children; texts are never read as markup. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Fills a select with words and chooses one. */
export function fillSelect(select, words, chosen) {
  select.replaceChildren(
    ...words.map((word) => element("option", { value: word, textContent: word, selected: word === chosen })),
  );
}

/** One connection with its calendars. `act` sends a control action. */
export function connectionCard(connection, state, act) {
  const { app, credentialId, delegationCredentialId, fault } = connection;
  const isBroken = fault.kind !== "none" || !connection.appEnabled;
  const meant = { credentialId, ...(delegationCredentialId === null ? {} : { delegationCredentialId }) };
  const head = element(
    "div",
    { className: "card-head" },
    element("h3", { textContent: `${app} ${credentialId}` }),
    element("span", { className: "pill", textContent: stateWord(connection) }),
  );
  const about = [
    connection.accountEmail,
    delegationCredentialId && "organisation",
    connection.invalid && "flagged",
  ];
  return element(
    "article",
    { className: isBroken ? "broken" : "" },
    head,
    element("p", { className: "meta", textContent: about.filter(Boolean).join(" · ") }),
    faultControls(connection, state, (action, fields = {}) => act(action, { ...meant, ...fields })),
    calendarList(connection, (action, fields) => act(action, { ...meant, ...fields })),
  );
}

/** One line of the log of requests. */
export function requestLine({ time, method, path, status }) {
  const isBad = status === 0 || status >= 400;
  const clock = new Date(time).toLocaleTimeString([], { hour12: false });
  const text = `${clock} ${status || "–"} ${method} ${path}`;
  return element("li", { className: isBad ? "bad" : "", textContent: text });
}

function stateWord({ fault, appEnabled }) {
  if (!appEnabled) {
    return "app off";
  }
  return fault.kind === "none" ? "works" : (fault.message ?? fault.kind);
}

function faultControls(connection, state, act) {
  const choice = element("select", { ariaLabel: `How ${connection.app} breaks` });
  const kinds = state.faults.filter((kind) => kind !== "none" && kind !== "message");
  fillSelect(choice, [...kinds, ...state.delegationMessages], connection.fault.kind);
  const breakIt = () =>
    kinds.includes(choice.value)
      ? act("break", { how: choice.value })
      : act("break", { how: "message", message: choice.value });
  return element(
    "div",
    { className: "controls" },
    choice,
    element("button", { type: "button", textContent: "Break", onclick: breakIt }),
    element("button", { type: "button", textContent: "Mend", onclick: () => act("mend") }),
    element("button", { type: "button", textContent: "Add again", onclick: () => act("add-again") }),
    element("button", { type: "button", textContent: "Remove (API)", onclick: () => act("disconnect") }),
    element("button", {
      type: "button",
      textContent: "Remove (web app)",
      onclick: () => act("disconnect", { as: "web-app" }),
    }),
    element("button", {
      type: "button",
      textContent: connection.slowMs > 0 ? "Quick again" : "Slow (5 s)",
      onclick: () => act("slow-connection", { ms: connection.slowMs > 0 ? 0 : 5000 }),
    }),
  );
}

function calendarList(connection, act) {
  return element(
    "ul",
    { className: "calendars" },
    ...connection.calendars.map((calendar) => calendarItem(calendar, act)),
  );
}

function calendarItem(calendar, act) {
  const { externalId, name, writable, dropped, rows, destination } = calendar;
  const own = rows.filter(({ eventTypeId }) => eventTypeId === null);
  const selected = own.length > 0;
  const chip = (word, isOn, action, fields = {}) =>
    element("button", {
      type: "button",
      textContent: word,
      ariaPressed: String(isOn),
      onclick: () => act(action, { externalId, ...fields }),
    });
  return element(
    "li",
    { className: dropped ? "dropped" : "" },
    element("div", { className: "name", textContent: name?.trim() || externalId, title: externalId }),
    element(
      "div",
      { className: "chips" },
      chip(own.length > 1 ? `Checked ×${own.length}` : "Checked", selected, selected ? "unselect" : "select"),
      chip("Read-only", !writable, "read-only", { readOnly: writable }),
      chip("Dropped", dropped, dropped ? "bring" : "drop"),
      chip("New id", false, "change-id"),
      chip("Destination", destination, "destination"),
    ),
  );
}
