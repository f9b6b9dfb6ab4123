import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { deferred } from "../../tests/support/unit/deferred.ts";
import { portPair } from "../../tests/support/unit/ports.ts";
import { NOTHING_FOUND } from "../core/bookings/sum.ts";
import { askForBookings } from "./ask-for-bookings.ts";
import type { BookingsNews, BookingsRequest } from "./bookings.ts";
import { type AnswerAboutBookings, receiveBookings } from "./receive-bookings.ts";

const { runtime } = fakeBrowser;
const page = { id: runtime.id, url: runtime.getURL("/popup.html") };
const look: BookingsRequest = {
  type: "look",
  accountId: "a1",
  connection: {
    type: "connection",
    integration: "google_calendar",
    credentialId: 135,
    delegationCredentialId: null,
  },
};
const progress = { looked: 1, of: 3, waitSeconds: null };
const found = { type: "found", found: { ...NOTHING_FOUND, of: 0 } } as const;

let told: (BookingsNews | null)[];
beforeEach(() => {
  told = [];
});

/** Connects pages with a worker that answers so. */
function worker(
  answer: AnswerAboutBookings,
  sender: object = page,
  after: Promise<unknown> = Promise.resolve(),
) {
  const ports = portPair(sender);
  vi.spyOn(runtime, "connect").mockImplementation(((info: { name: string }) => {
    const port = ports.open(info.name);
    receiveBookings(answer, { after })(port);
    return ports.page;
  }) as never);
  return ports;
}

const ask = (request: BookingsRequest = look) => askForBookings(request, (news) => told.push(news));

test("how far it is and what was found comes to the page that asked, and then the port is closed", async () => {
  const broadcast = vi.spyOn(runtime, "sendMessage");
  const answer = vi.fn<AnswerAboutBookings>(async (_, __, tell) => {
    tell(progress);
    return found;
  });
  const ports = worker(answer);
  ask();
  await vi.waitFor(() => expect(told).toEqual([{ type: "progress", progress }, found]));
  expect(answer.mock.calls[0]?.[0]).toEqual(look);
  expect(broadcast).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(ports.isOpen()).toBe(false));
});

describe("the work is ended", () => {
  /** Answers with what it has when it is ended. */
  const untilEnded = (ended: () => void): AnswerAboutBookings => {
    return (_, signal, tell) => {
      tell(progress);
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          ended();
          resolve(found);
        });
      });
    };
  };

  test("when the person stops it, and what was found so far still comes", async () => {
    const ended = vi.fn();
    worker(untilEnded(ended));
    const asked = ask();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(ended).not.toHaveBeenCalled();
    asked.stop();
    await vi.waitFor(() => expect(told).toEqual([{ type: "progress", progress }, found]));
    expect(ended).toHaveBeenCalledOnce();
  });

  test("when the page goes, and nothing is told any more", async () => {
    const ended = vi.fn();
    worker(untilEnded(ended));
    const asked = ask();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    asked.leave();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
    asked.stop();
    expect(told).toHaveLength(1);
  });
});

test("a page that is still there says so, and that is no reason to begin anew or to end", async () => {
  vi.useFakeTimers();
  const over = deferred<typeof found>();
  const answer = vi.fn<AnswerAboutBookings>(() => over.promise);
  const said = vi.spyOn(worker(answer).page, "postMessage");
  ask();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(said.mock.calls.slice(1)).toEqual([[{ type: "here" }], [{ type: "here" }], [{ type: "here" }]]);
  expect(answer).toHaveBeenCalledOnce();
  expect(answer.mock.calls[0]?.[1].aborted).toBe(false);
  over.resolve(found);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([found]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toHaveBeenCalledTimes(4);
});

test("a worker that is ended is told as such", async () => {
  const ports = worker(() => new Promise(() => {}));
  ask();
  // As the browser does with the ports of a worker that it ends.
  ports.open("bookings").disconnect();
  await vi.waitFor(() => expect(told).toEqual([null]));
});

test("work that fails is told as such, and its words are not those of a booking", async () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => {});
  worker(() => Promise.reject(new Error("unforeseen")));
  ask();
  await vi.waitFor(() => expect(told).toEqual([{ type: "refused", problem: { problem: "notStored" } }]));
  expect(String(errors.mock.calls)).toContain("unforeseen");
});

test("nothing is done before the worker is ready", async () => {
  const ready = deferred<void>();
  const answer = vi.fn<AnswerAboutBookings>(async () => found);
  worker(answer, page, ready.promise);
  ask();
  await Promise.resolve();
  expect(answer).not.toHaveBeenCalled();
  ready.resolve();
  await vi.waitFor(() => expect(told).toEqual([found]));
});

describe("nothing is done, and the port is closed", () => {
  test.each<[string, object, unknown]>([
    ["for another extension", { id: "other", url: page.url }, look],
    ["for a web page", { id: page.id, url: "https://evil.example/popup.html" }, look],
    ["for nowhere", {}, look],
    ["for what is no request", page, { type: "list", accountId: "a1" }],
    ["for a word that comes first", page, { type: "stop" }],
    ["for a request with something more", page, { ...look, url: "https://evil.example" }],
    ["for a request without an account", page, { ...look, accountId: "" }],
    ["for a booking's name of any length", page, { type: "links", accountId: "a1", uid: "u".repeat(1000) }],
  ])("%s", async (_, sender, request) => {
    const answer = vi.fn<AnswerAboutBookings>(async () => found);
    const ports = worker(answer, sender);
    try {
      ask(request as BookingsRequest);
    } catch {
      // The port is closed before anything can be said.
    }
    await vi.waitFor(() => expect(ports.isOpen()).toBe(false));
    expect(answer).not.toHaveBeenCalled();
  });

  test("ports of another name are left to others", () => {
    const ports = portPair(page);
    receiveBookings(async () => found, { after: Promise.resolve() })(ports.open("private-message"));
    expect([ports.listeners(), ports.isOpen()]).toEqual([0, true]);
  });
});
