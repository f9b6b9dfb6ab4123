import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { deferred } from "../../tests/support/unit/deferred.ts";
import { KEY } from "../../tests/support/unit/world.ts";
import { COMMANDS, type Handlers, type Message } from "./commands.ts";
import { routeMessages } from "./router.ts";

const page = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL("/popup.html") };
const done = vi.fn(async () => ({ ok: true }) as never);
const handlers = Object.fromEntries(Object.keys(COMMANDS).map((id) => [id, done])) as unknown as Handlers;
const started = { after: Promise.resolve() };
const form = { key: "k", region: "us", apiUrl: "", webUrl: "", keyIn: "local" };

beforeEach(() => {
  done.mockReset().mockResolvedValue({ ok: true } as never);
});

/** @returns whether an answer was promised, and the answer */
async function receive(message: unknown, sender: object = page) {
  const respond = vi.fn();
  const promised = routeMessages(handlers, started)(message, sender, respond);
  if (promised) await vi.waitFor(() => expect(respond).toHaveBeenCalled());
  return { promised, answer: respond.mock.calls[0]?.[0], answered: respond.mock.calls.length };
}

test.each<Message>([
  { type: "connect", form: { ...form, region: "us", keyIn: "local" } },
  { type: "replace-key", accountId: "a1", key: "k", keyIn: "session" },
  { type: "keep-draft", draft: { region: "eu", apiUrl: "", webUrl: "", forget: false } },
  { type: "keep-draft", draft: null },
  { type: "remove-account", accountId: "a1" },
  { type: "check-now" },
  { type: "popup-opened" },
  { type: "options-opened" },
  { type: "change-settings", change: { intervalMinutes: 60 } },
  { type: "change-settings", change: { countingLevel: "error" } },
  { type: "change-settings", change: { quietHours: "sat,sun 00:00-00:00" } },
  { type: "test-notification" },
  { type: "repair" },
])("%j reaches its handler, and the answer comes back", async (message) => {
  expect(await receive(message)).toEqual({ promised: true, answer: { ok: true }, answered: 1 });
  expect(done).toHaveBeenCalledWith(message);
});

describe("nothing is done and nothing answered", () => {
  test.each<[string, unknown]>([
    ["no object", "check-now"],
    ["null", null],
    ["of an unknown type", { type: "format-disk" }],
    ["without a type", { accountId: "a1" }],
    ["with something more", { type: "check-now", url: "https://evil.example" }],
    [
      "with a URL for a check",
      { type: "replace-key", accountId: "a1", key: "k", keyIn: "local", apiUrl: "x" },
    ],
    ["with a part of a wrong type", { type: "remove-account", accountId: 7 }],
    ["with an interval that is not offered", { type: "change-settings", change: { intervalMinutes: 1 } }],
    [
      "with quiet hours that never end",
      { type: "change-settings", change: { quietHours: "mon,tue,wed,thu,fri,sat,sun 00:00-00:00" } },
    ],
    ["with a setting of no name", { type: "change-settings", change: { version: 2 } }],
    ["with a key of a megabyte", { type: "connect", form: { ...form, key: "k".repeat(1_000_000) } }],
    [
      "with a key among what is kept of a form",
      { type: "keep-draft", draft: { region: "us", apiUrl: "", webUrl: "", forget: false, key: "k" } },
    ],
    ["with a region that is none", { type: "connect", form: { ...form, region: "mars" } }],
  ])("for a message that is %s", async (_, message) => {
    expect(await receive(message)).toMatchObject({ promised: undefined, answered: 0 });
    expect(done).not.toHaveBeenCalled();
  });

  test.each<[string, object]>([
    ["another extension", { id: "somebody-else", url: page.url }],
    ["a web page", { id: page.id, url: "https://evil.example/popup.html" }],
    [
      "a page whose address only begins alike",
      { id: page.id, url: page.url.replace("/popup", ".evil/popup") },
    ],
    ["nowhere", {}],
  ])("for a message from %s", async (_, sender) => {
    expect(await receive({ type: "check-now" }, sender)).toMatchObject({ promised: undefined, answered: 0 });
    expect(done).not.toHaveBeenCalled();
  });
});

test("a handler that fails is answered with nothing, and what was sent is not in the log", async () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  done.mockRejectedValue(new Error("unforeseen"));
  expect(await receive({ type: "connect", form: { ...form, key: KEY } })).toEqual({
    promised: true,
    answer: undefined,
    answered: 1,
  });
  expect(JSON.stringify(errors.mock.calls)).toContain("unforeseen");
  expect(JSON.stringify(errors.mock.calls)).not.toContain(KEY);
});

test("nothing is done before the worker is ready", async () => {
  const ready = deferred<void>();
  const respond = vi.fn();
  expect(routeMessages(handlers, { after: ready.promise })({ type: "check-now" }, page, respond)).toBe(true);
  await Promise.resolve();
  expect(done).not.toHaveBeenCalled();
  ready.resolve();
  await vi.waitFor(() => expect(respond).toHaveBeenCalledWith({ ok: true }));
});

test("a worker that can't get ready answers with nothing", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const respond = vi.fn();
  routeMessages(handlers, { after: Promise.reject(new Error("no store")) })(
    { type: "repair" },
    page,
    respond,
  );
  await vi.waitFor(() => expect(respond).toHaveBeenCalledWith(undefined));
  expect(done).not.toHaveBeenCalled();
});
