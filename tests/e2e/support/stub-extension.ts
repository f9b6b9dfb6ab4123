import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "../../support/browsers/browser-under-test.ts";

const WORKER = `
const api = globalThis.browser ?? globalThis.chrome;
console.log("worker started");
api.runtime.onInstalled.addListener(() => console.log("installed"));
api.runtime.onStartup.addListener(() => console.log("browser started"));
api.action.setBadgeText({ text: "3" });
api.action.setBadgeBackgroundColor({ color: [180, 0, 0, 255] });
api.action.setTitle({ title: "Three problems" });
api.runtime.onMessage.addListener((message, sender, answer) => {
  fetch("https://" + message.host + "/v2/me", { cache: "no-store" })
    .then((response) => response.text())
    .then(answer, () => answer("failed"));
  return true;
});
`;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Stub</title><style>body { width: 300px }</style></head>
<body>
  <label for="key">API key</label> <input id="key" type="password">
  <label>Region <select id="region"><option value="com">Cal.com</option><option value="eu">Cal.com EU</option></select></label>
  <button id="ask">Check now</button> <button id="allow">Allow</button> <button disabled>Later</button>
  <button id="save">Save</button> <input id="file" type="file" hidden> <button id="nameless"></button>
  <button aria-label="Undo, First entry">Undo</button> <button>Undo</button> <button aria-label="Redo, First entry">Redo</button>
  <ul><li>First entry</li><li hidden>Hidden entry</li><li>Second entry</li></ul>
  <p id="out" role="status"></p>
  <script src="page.js"></script>
</body></html>
`;

const SCHEMA = { type: "object", properties: { intervalMinutes: { type: "integer" } } };

const SCRIPT = `
const api = globalThis.browser ?? globalThis.chrome;
const out = document.getElementById("out");
document.getElementById("ask").addEventListener("click", async () => {
  out.textContent = "asking";
  out.textContent = "answer: " + (await api.runtime.sendMessage({ host: "api.cal.com" }));
});
document.getElementById("allow").addEventListener("click", async () => {
  const granted = await api.permissions.request({ origins: ["https://cal.selfhost.test/*"] });
  out.textContent = granted ? "granted" : "refused";
});
document.getElementById("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(['{"ü":1}'], { type: "application/json" }));
  link.download = out.textContent === "" ? "zebra.json" : "ape.json";
  out.textContent = "saved";
  link.click();
});
document.getElementById("file").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  out.textContent = "chosen: " + file.name + " " + (await file.text());
});
`;

/** Writes the smallest extension that has all a driver must deal with; returns its folder, which the caller deletes. */
export async function writeStubExtension(browser: BrowserName): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "stub-extension-"));
  const manifest = {
    manifest_version: 3,
    name: "Stub",
    version: "1",
    permissions: ["storage"],
    storage: { managed_schema: "schema.json" },
    host_permissions: ["https://api.cal.com/*"],
    optional_host_permissions: ["https://*/*"],
    action: { default_title: "Stub", default_popup: "popup.html" },
    background: browser === "firefox" ? { scripts: ["worker.js"] } : { service_worker: "worker.js" },
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: { id: "stub@calendar-status.example", strict_min_version: "142.0" },
      },
    }),
  };
  const files = {
    "manifest.json": JSON.stringify(manifest),
    "schema.json": JSON.stringify(SCHEMA),
    "worker.js": WORKER,
    "popup.html": PAGE,
    "page.js": SCRIPT,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
  return dir;
}
