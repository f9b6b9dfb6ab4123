import { expect, it } from "vitest";
import { cleanKey } from "./key.ts";

it.each([
  ["cal_live_0123"],
  ["  cal_live_0123\n"],
  ["Bearer cal_live_0123"],
  ["bearer   cal_live_0123 "],
  ["Authorization: Bearer cal_live_0123"],
  ["\u200Bcal_live_0123\uFEFF"],
  ["\u00A0Bearer\u00A0cal_live_0123"],
])("%j is the key in it", (typed) => {
  expect(cleanKey(typed)).toEqual({ ok: true, key: "cal_live_0123" });
});

it.each([[""], ["  \n"], ["Bearer"], ["Bearer "], ["\u200B"]])("%j is no key", (typed) => {
  expect(cleanKey(typed)).toEqual({ ok: false, problem: "emptyKey" });
});

it.each([["cal_live 0123"], ["cal_live\n0123"], ["cal_clé"], ["cal_\u0000"], ["“cal_live”"]])(
  "%j can't be a key",
  (typed) => {
    expect(cleanKey(typed)).toEqual({ ok: false, problem: "unreadableKey" });
  },
);

it("a key that begins like the word stays whole", () => {
  expect(cleanKey("bearer_of_keys")).toEqual({ ok: true, key: "bearer_of_keys" });
  expect(cleanKey("cal_of_bearer")).toEqual({ ok: true, key: "cal_of_bearer" });
});
