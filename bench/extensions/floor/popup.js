// The least that a popup with a list can do: read one small record, draw a heading and the rows.
chrome.storage.local.get("names").then(({ names }) => {
  const heading = document.createElement("h1");
  heading.textContent = `All ${names.length} calendars are working`;
  const rows = names.map((name) => {
    const row = document.createElement("li");
    row.textContent = name;
    return row;
  });
  const list = document.querySelector("ul");
  list.append(...rows);
  list.before(heading);
});
