import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DRAFT, type Draft } from "../core/model/records.ts";
import { send } from "../messaging/send.ts";

vi.mock("../messaging/send.ts", () => ({ send: vi.fn(async () => ({ ok: true })) }));

const BLANK: Draft = { region: "us", apiUrl: "", webUrl: "", forget: false };
const TYPED: Draft = { region: "self-hosted", apiUrl: "cal.example.org", webUrl: "x", forget: true };
const { session } = fakeBrowser.storage;

beforeEach(() => void vi.mocked(send).mockClear());

/** A page that is opened with this in the store. */
async function opened(raw?: unknown) {
  vi.resetModules();
  if (raw !== undefined) await session.set({ [DRAFT]: raw });
  const page = await import("./draft.ts");
  await page.openDraft();
  return page;
}

const told = () => vi.mocked(send).mock.calls.map(([message]) => (message as { draft: unknown }).draft);

describe("a form", () => {
  test("is blank when nothing was typed before", async () => {
    expect((await opened()).draftNow()).toEqual(BLANK);
  });

  test("has what was typed when it was last open", async () => {
    expect((await opened(TYPED)).draftNow()).toEqual(TYPED);
  });

  test.each([[null], ["x"], [[]], [{ region: "us" }]])(
    "is blank where %j is kept, which makes no sense",
    async (raw) => {
      expect((await opened(raw)).draftNow()).toEqual(BLANK);
    },
  );

  test("lacks only what makes no sense of what was typed", async () => {
    const raw = { ...TYPED, region: "mars", webUrl: 7 };
    expect((await opened(raw)).draftNow()).toEqual({ ...TYPED, region: "us", webUrl: "" });
  });

  test("is blank where the browser can't read it", async () => {
    vi.spyOn(session, "get").mockRejectedValueOnce(new Error("no"));
    expect((await opened(TYPED)).draftNow()).toEqual(BLANK);
  });
});

test("what is typed here counts more than what was typed elsewhere", async () => {
  const page = await opened();
  page.keepDraft({ region: "eu" });
  await session.set({ [DRAFT]: TYPED });
  await page.openDraft();
  expect(page.draftNow()).toEqual({ ...BLANK, region: "eu" });
});

test("what is typed here stays when another form is given up, or connects an account", async () => {
  const page = await opened(TYPED);
  await page.whileSent(Promise.resolve("refused"));
  await session.remove(DRAFT);
  expect(page.draftNow()).toEqual(TYPED);
});

describe("what is typed", () => {
  test("is kept with each change", async () => {
    const page = await opened();
    page.keepDraft({ region: "self-hosted" });
    page.keepDraft({ apiUrl: "cal.example.org" });
    expect(told()).toEqual([
      { ...BLANK, region: "self-hosted" },
      { ...BLANK, region: "self-hosted", apiUrl: "cal.example.org" },
    ]);
    expect(page.draftNow().apiUrl).toBe("cal.example.org");
  });

  test("is not kept where it is a key in the wrong field", async () => {
    const page = await opened(TYPED);
    page.keepDraft({ apiUrl: "Bearer cal_live_0123456789abcdef" });
    expect(told()).toEqual([{ ...TYPED, apiUrl: "" }]);
  });

  test("is forgotten with the form", async () => {
    const page = await opened(TYPED);
    page.dropDraft();
    expect(told()).toEqual([null]);
    expect(page.draftNow()).toEqual(BLANK);
  });

  test("is forgotten once it has connected an account, before the page is answered", async () => {
    const page = await opened(TYPED);
    page.whileSent(new Promise(() => {}));
    await session.remove(DRAFT);
    expect(page.draftNow()).toEqual(BLANK);
  });

  test("that can't be kept keeps nobody from going on", async () => {
    const page = await opened();
    vi.mocked(send).mockRejectedValueOnce(new Error("no answer"));
    page.keepDraft({ webUrl: "y" });
    expect(page.draftNow().webUrl).toBe("y");
  });
});
