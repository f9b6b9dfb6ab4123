import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { deferred } from "../../tests/support/unit/deferred.ts";
import { portPair } from "../../tests/support/unit/ports.ts";
import { KEY } from "../../tests/support/unit/world.ts";
import type { Handlers, PrivateMessage } from "./commands.ts";
import { sendPrivately } from "./private-message.ts";
import { receivePrivately, routeMessages } from "./router.ts";
import { send } from "./send.ts";

const { runtime } = fakeBrowser;
const page = { id: runtime.id, url: runtime.getURL("/popup.html") };
const form = { key: KEY, region: "us", apiUrl: "", webUrl: "", keyIn: "local" } as const;

describe("a message without a key", () => {
  test("is answered", async () => {
    vi.spyOn(runtime, "sendMessage").mockResolvedValue({ ok: true } as never);
    expect(await send({ type: "check-now" })).toEqual({ ok: true });
  });

  test.each([undefined, null])("is an error when the answer is %s", async (answer) => {
    vi.spyOn(runtime, "sendMessage").mockResolvedValue(answer as never);
    await expect(send({ type: "check-now" })).rejects.toThrow('The message "check-now" was not answered.');
  });
});

describe("a message with a key", () => {
  /** Connects pages with a worker that has this one handler. */
  function worker(connect: Handlers["connect"], sender: object = page) {
    const broadcast = vi.spyOn(runtime, "sendMessage");
    const ports = portPair(sender);
    vi.spyOn(runtime, "connect").mockImplementation(((info: { name: string }) => {
      const port = ports.open(info.name);
      receivePrivately(routeMessages({ connect } as Handlers, { after: Promise.resolve() }))(port);
      return ports.page;
    }) as never);
    return { broadcast, ports };
  }
  const refused = { ok: false, problem: { problem: "offline" } } as const;

  test("comes to the worker and to nobody else, and its answer comes back", async () => {
    const connect = vi.fn(async () => refused);
    const { broadcast, ports } = worker(connect);
    expect(await sendPrivately({ type: "connect", form })).toEqual(refused);
    expect(connect).toHaveBeenCalledWith({ type: "connect", form });
    expect(broadcast).not.toHaveBeenCalled();
    expect(ports.isOpen()).toBe(false);
  });

  test.each<[string, object, PrivateMessage]>([
    ["from another extension", { id: "other", url: page.url }, { type: "connect", form }],
    ["from nowhere", {}, { type: "connect", form }],
    ["that is none", page, { type: "replace-key", key: KEY } as PrivateMessage],
  ])("%s is not answered, which is an error without what was sent", async (_, sender, message) => {
    const connect = vi.fn(async () => refused);
    worker(connect, sender);
    const error = await sendPrivately(message).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/was not answered\.$/);
    expect(String(error)).not.toContain(KEY);
    expect(connect).not.toHaveBeenCalled();
  });

  test("whose handler fails is an error, too", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    worker(async () => {
      throw new Error("unforeseen");
    });
    await expect(sendPrivately({ type: "connect", form })).rejects.toThrow("was not answered");
  });

  test("is done also when the page is closed meanwhile", async () => {
    const answer = deferred<typeof refused>();
    const { ports } = worker(() => answer.promise);
    void sendPrivately({ type: "connect", form }).catch(() => {});
    ports.page.disconnect();
    answer.resolve(refused);
    await answer.promise;
  });

  test("a port of another name is nobody's business", () => {
    const ports = portPair(page);
    const port = ports.open("other");
    receivePrivately(() => true)(port);
    expect(ports.listeners()).toBe(0);
  });

  test("can't be sent the open way, nor one without a key the private way", () => {
    // @ts-expect-error
    const open = () => send({ type: "connect", form });
    // @ts-expect-error
    const shut = () => sendPrivately({ type: "check-now" });
    expect([open, shut]).toHaveLength(2);
  });
});
