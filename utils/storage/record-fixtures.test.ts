import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { stored } from "../../tests/support/unit/world.ts";
import { ACCOUNTS_COPY, type AccountsRecord } from "../core/model/records.ts";
import { decode } from "./decode.ts";
import { kindOf } from "./record-kinds.ts";
import { repair } from "./repair.ts";
import { ageOf, VERSIONS, versionOf } from "./versions.ts";

const DIRECTORY = "tests/fixtures/records";
const OF_ALL_ACCOUNTS = ["accounts", "settings", "policy"];

interface Fixture {
  version: number;
  /** The first word of its storage key. */
  word: string;
}

const FIXTURES = readdirSync(DIRECTORY)
  .filter((name) => name.startsWith("v"))
  .flatMap((name) =>
    readdirSync(`${DIRECTORY}/${name}`).map(
      (file): Fixture => ({ version: Number(name.slice(1)), word: file.replace(".json", "") }),
    ),
  );

function read({ version, word }: Fixture): object {
  const raw: unknown = JSON.parse(readFileSync(`${DIRECTORY}/v${version}/${word}.json`, "utf8"), (_, value) =>
    Object.freeze(value),
  );
  return raw as object;
}

function storageKey(word: string, accountId: string): string {
  return OF_ALL_ACCOUNTS.includes(word) ? word : `${word}:${accountId}`;
}

/** A whole store in which every record has that version, or the latest before it that the record has. */
function storeOf(version: number): Record<string, object> {
  const records = Object.entries(VERSIONS).map(
    ([word, present]) => [word, read({ word, version: Math.min(version, present) })] as const,
  );
  const { accounts } = Object.fromEntries(records) as { accounts: AccountsRecord };
  const accountId = accounts.accounts[0]?.id ?? "";
  return Object.fromEntries(records.map(([word, record]) => [storageKey(word, accountId), record]));
}

test("every record has a fixture of every version that it ever had", () => {
  const all = Object.entries(VERSIONS).flatMap(([word, present]) =>
    Array.from({ length: present }, (_, index) => ({ word, version: index + 1 })),
  );
  const named = ({ word, version }: Fixture) => `${word} ${version}`;
  expect(FIXTURES.map(named).sort()).toEqual(all.map(named).sort());
});

test.each(FIXTURES)("the $word of version $version can be read", (fixture) => {
  const raw = read(fixture);
  const name = storageKey(fixture.word, "a1");
  const kind = kindOf(name);
  if (!kind) throw new Error(`Nothing is stored under "${name}".`);
  const found = decode(raw, kind);
  expect(found).toMatchObject({ kind: "ok", value: { version: kind.version } });
  // Migrations have tests of their own. Without one nothing may be lost, however deep; what is added has a default.
  if (fixture.version === kind.version) expect(found).toMatchObject({ value: raw });
});

test.each([...new Set(FIXTURES.map(({ version }) => version))])(
  "a store of version %i is brought up to the present one, and nothing of it is set aside or removed",
  async (version) => {
    const before = storeOf(version);
    await fakeBrowser.storage.local.set(before);
    await repair();
    const after = await stored();
    // The list of accounts had no copy at first.
    const names = [...Object.keys(before), ACCOUNTS_COPY];
    expect(Object.keys(after).sort()).toEqual(names.sort());
    const notPresent = Object.keys(before).filter(
      (name) => ageOf(after[name], versionOf(name)) !== "present",
    );
    expect(notPresent).toEqual([]);
  },
);
