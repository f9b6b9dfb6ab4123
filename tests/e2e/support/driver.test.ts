import { rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BrowserUnderTest } from "../../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../../support/browsers/control.ts";
import { launch } from "../../support/browsers/launch.ts";
import { selfSignedCertificate } from "../../support/browsers/tls.ts";
import { brings } from "../stage/changes.ts";
import { browserName } from "./browser-name.ts";
import { writeStubExtension } from "./stub-extension.ts";

const CHECK = byRole("button", "Check now");
let server: Server;
let extensionDir: string;
let browser: BrowserUnderTest;
let hosts: Record<string, number>;

beforeAll(async () => {
  server = createServer(await selfSignedCertificate("api.cal.com"), (request, response) =>
    response.end(`${request.headers.host} is here`),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  hosts = { "api.cal.com": (server.address() as AddressInfo).port };
  extensionDir = await writeStubExtension(browserName());
  const policy = { intervalMinutes: 10, level: "does not fit" };
  browser = await launch({ browser: browserName(), hosts, extensionDir, grantOptionalHosts: true, policy });
});

afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
  await rm(extensionDir, { recursive: true });
});

test("the toolbar popup opens, its controls work, and the worker reaches api.cal.com", async () => {
  const popup = await browser.openPopup();
  expect(popup.url).toBe(`${browser.extensionOrigin}/popup.html`);
  await popup.click(CHECK);
  await popup.waitForText("answer: api.cal.com is here");
  const picture = join(tmpdir(), `driver-test-${process.pid}.png`);
  await popup.screenshot(picture);
  expect((await stat(picture)).size).toBeGreaterThan(1000);
  await rm(picture);
  await popup.close();
});

test("a tab that lies behind another, since a popup was opened and closed, can be worked in", async () => {
  const page = await browser.openPage("popup.html");
  await (await browser.openPopup()).close();
  await page.click(CHECK);
  await page.waitForText("answer: api.cal.com is here");
  await page.close();
});

test("typing replaces what a field holds, and an option is chosen by its text", async () => {
  const page = await browser.openPage("popup.html");
  await page.type(byLabel("API key"), "first");
  await page.type(byRole("textbox", "API key"), "cal_live_second");
  await page.select(byRole("combobox", "Region"), "Cal.com EU");
  expect(await page.state(byLabel("API key"))).toMatchObject({ value: "cal_live_second", focused: false });
  expect(await page.state(byRole("combobox", "Region"))).toMatchObject({ value: "eu" });
  expect(await page.state(byRole("button", "Later"))).toMatchObject({ disabled: true, visible: true });
  expect(await page.state(byRole("button", "Nowhere"))).toBeNull();
  await page.type(byLabel("API key"), "");
  expect(await page.state(byLabel("API key"))).toMatchObject({ value: "", focused: true });
  await page.press("Tab");
  expect(await page.state(byRole("combobox", "Region"))).toMatchObject({ focused: true });
  await page.close();
});

test("a name stands for exactly itself, or else for one that goes on with what it is about", async () => {
  const page = await browser.openPage("popup.html");
  await page.evaluate(() =>
    addEventListener("click", ({ target }) =>
      document.body.append(`pressed ${(target as Element).outerHTML}`),
    ),
  );
  await brings(page, "pressed <button>Undo", () => page.click(byRole("button", "Undo")));
  await brings(page, 'pressed <button aria-label="Redo, First entry"', () =>
    page.click(byRole("button", "Redo")),
  );
  expect(await page.state(byLabel("Redo"))).toMatchObject({ text: "Redo" });
  expect(await page.state(byLabel("Re"))).toBeNull();
  await page.close();
});

test("the texts of a role are those that can be seen, in order", async () => {
  const page = await browser.openPage("popup.html");
  expect(await page.texts("listitem")).toEqual(["First entry", "Second entry"]);
  expect(await page.texts("status")).toEqual([]);
  await page.close();
});

test.each(["tab", "popup"])("what has the focus is told by role and name, in a %s", async (where) => {
  const page = where === "tab" ? await browser.openPage("popup.html") : await browser.openPopup();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  expect(await page.focused()).toBeNull();
  await page.type(byLabel("API key"), "x");
  expect(await page.focused()).toEqual({ role: "textbox", name: "API key" });
  await page.press("Tab");
  expect(await page.focused()).toEqual({ role: "combobox", name: "Region" });
  await page.press("Tab");
  expect(await page.focused()).toEqual({ role: "button", name: "Check now" });
  await page.evaluate(() => document.getElementById("nameless")?.focus());
  expect(await page.focused()).toEqual({ role: "button", name: "" });
  await page.close();
});

test("the space bar presses what has the focus, and an element is something true to wait for", async () => {
  const page = await browser.openPage("popup.html");
  await page.evaluate(() => document.querySelector<HTMLElement>("#nameless")?.focus());
  await page.evaluate(() =>
    document.activeElement?.addEventListener("click", () => document.body.append("pressed")),
  );
  await page.press("Space");
  await page.waitForText("pressed");
  await page.waitFor(() => document.querySelector("#nameless"));
  await page.close();
});

test.each(["tab", "popup"])("a file is chosen in a hidden field of a %s", async (where) => {
  const page = where === "tab" ? await browser.openPage("popup.html") : await browser.openPopup();
  await page.chooseFile("input[type=file]", { name: "settings one.json", text: "first ü" });
  await page.waitForText("chosen: settings one.json first ü");
  await page.chooseFile("input[type=file]", { name: "settings one.json", text: "second" });
  await page.waitForText("chosen: settings one.json second");
  await page.close();
});

test("what a page lets one save is there, the oldest first", async () => {
  const page = await browser.openPage("popup.html");
  expect(await browser.downloads()).toEqual([]);
  await page.click(byRole("button", "Save"));
  await expect.poll(browser.downloads).toEqual([{ name: "zebra.json", text: '{"ü":1}' }]);
  await page.click(byRole("button", "Save"));
  await expect.poll(browser.downloads).toHaveLength(2);
  expect((await browser.downloads()).map(({ name }) => name)).toEqual(["zebra.json", "ape.json"]);
  await page.close();
});

test("the viewport and the colour scheme are what was asked for", async () => {
  await browser.emulate({ colorScheme: "dark" });
  const page = await browser.openPage("popup.html", { width: 500, height: 400 });
  const seen = () => page.evaluate(() => [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches]);
  expect(await seen()).toEqual([500, true]);
  await browser.emulate({ colorScheme: "light" });
  expect(await seen()).toEqual([500, false]);
  await page.close();
});

test("an optional host is granted from a click", async () => {
  const page = await browser.openPage("popup.html");
  await page.click(byRole("button", "Allow"));
  await page.waitForText("granted");
  await page.close();
});

test("badge and tooltip are read", async () => {
  expect(await browser.badge()).toEqual({ text: "3", color: [180, 0, 0, 255], title: "Three problems" });
});

test("offline, on another host or with no server nothing is reached, afterwards it is again", async () => {
  const page = await browser.openPage("popup.html");
  await browser.emulate({ offline: true });
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  await page.click(CHECK);
  await page.waitForText("answer: failed");
  await browser.emulate({ offline: false });
  expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  await brings(page, "answer: api.cal.com is here", () => page.click(CHECK));
  browser.setHosts({});
  await brings(page, "answer: failed", () => page.click(CHECK));
  expect(browser.refusedHosts()).toContain("api.cal.com:443");
  browser.setHosts(hosts);
  await page.click(CHECK);
  await page.waitForText("answer: api.cal.com is here");
  await page.close();
});

test("a stopped worker starts again with the next message", async () => {
  const starts = () => browser.consoleText().filter((line) => line.includes("worker started")).length;
  const before = starts();
  await browser.stopWorker();
  const page = await browser.openPage("popup.html");
  await page.click(CHECK);
  await page.waitForText("answer: api.cal.com is here");
  expect(starts()).toBe(before + 1);
  await page.close();
});

test("a restart keeps the storage and the address, and is no new installation", async () => {
  await browser.inExtension((api, value) => api.storage.local.set({ value }), "kept");
  const origin = browser.extensionOrigin;
  await browser.restart();
  expect(browser.extensionOrigin).toBe(origin);
  expect(await browser.inExtension((api) => api.storage.local.get("value"))).toEqual({ value: "kept" });
  const page = await browser.openPopup();
  await page.click(CHECK);
  await page.waitForText("answer: api.cal.com is here");
  await page.close();
  const lines = browser.consoleText();
  expect(lines.filter((line) => line.includes("browser started"))).toHaveLength(1);
  expect(lines.filter((line) => line.includes("installed"))).toHaveLength(1);
});

test("an administrator's policy is there from the first start, over a restart, and until it is withdrawn", async () => {
  const policy = () => browser.inExtension((api) => api.storage.managed.get(null).catch(() => ({})));
  expect(await policy()).toEqual({ intervalMinutes: 10, level: "does not fit" });
  await browser.restart();
  expect(await policy()).toEqual({ intervalMinutes: 10, level: "does not fit" });
  browser.setPolicy({ intervalMinutes: 30 });
  await browser.restart();
  expect(await policy()).toEqual({ intervalMinutes: 30 });
  browser.setPolicy(undefined);
  await browser.restart();
  expect(await policy()).toEqual({});
});
