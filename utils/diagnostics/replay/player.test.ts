import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  broken,
  calendar,
  DANA,
  danas,
  delegated,
  GENERIC,
  google,
  ORGANISATION,
  outlook,
  primary,
  REVOKED,
  TEAM_ROTA,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { Player } from "./player.ts";

const line = (at: string, rest: object) => JSON.stringify({ at, ...rest });
const answer = (at: string, body: unknown) => line(at, { status: 200, body });

describe("what is printed", () => {
  it("is exactly this for a transient error that made Cal.com rewrite the destination", () => {
    const player = new Player();
    const entry = google(135, primary(DANA), unselected(TEAM_ROTA, { readOnly: true }));
    const rota = (kind: string) =>
      `{"kind":"${kind}","level":"notice","confirmed":true,"expected":false,"subject":{"type":"calendar","credentialId":135,"externalId":"${TEAM_ROTA}"}}`;
    const notices = `${rota("not-selected")},${rota("read-only")}`;
    expect(player.play(answer("2026-01-05T09:00:00Z", danas(entry)))).toBe(
      `{"at":"2026-01-05T09:00:00Z","state":"attention","badge":"1","level":"notice","findings":[${notices}],"notify":[],"nextCheckSeconds":1800}`,
    );
    const during = answerOf([broken(entry, GENERIC)], BLANK);
    expect(player.play(answer("2026-01-05T09:30:00Z", during))).toBe(
      `{"at":"2026-01-05T09:30:00Z","state":"attention","badge":"1","level":"notice","findings":[{"kind":"connection-error","level":"error","confirmed":false,"expected":false,"subject":{"type":"connection","credentialId":135}},{"kind":"destination-changed","level":"error","confirmed":false,"expected":false,"subject":{"type":"destination"}},${notices}],"notify":[],"nextCheckSeconds":60}`,
    );
    expect(player.play(answer("2026-01-05T09:31:00Z", danas(entry)))).toBe(
      `{"at":"2026-01-05T09:31:00Z","state":"attention","badge":"1","level":"notice","findings":[${notices}],"notify":[],"nextCheckSeconds":1800}`,
    );
  });

  it("echoes the instant as it was given", () => {
    expect(new Player().play(line("2026-01-05t10:00+01", { network: "dns" }))).toMatch(
      /^{"at":"2026-01-05t10:00\+01","state":"setup",/,
    );
  });

  it("names an organisation's subjects with their delegation, between credentialId and externalId", () => {
    const entry = delegated(google(0, primary(DANA), unselected("x")));
    expect(new Player().play(answer("2026-01-05T09:00:00Z", danas(entry)))).toContain(
      `"subject":{"type":"calendar","credentialId":-1,"delegationCredentialId":"${ORGANISATION}","externalId":"x"}`,
    );
  });

  it("sorts subjects as JSON text", () => {
    const list = [9, 10, 100].map((id) => google(id, calendar(`${id}`), calendar("x", { readOnly: true })));
    const { findings } = JSON.parse(new Player().play(answer("2026-01-05T09:00:00Z", answerOf(list, 5))));
    expect(
      findings.map(({ subject }: { subject: { credentialId: number } }) => subject.credentialId),
    ).toEqual([10, 100, 9]);
  });

  it("sorts what prints alike by integration type, whatever came first", () => {
    const twins = [
      outlook(2, primary("x", { readOnly: true })),
      google(2, unselected("x", { readOnly: true })),
    ];
    const play = (list: unknown[]) => new Player().play(answer("2026-01-05T09:00:00Z", answerOf(list)));
    expect(play(twins)).toBe(play([...twins].reverse()));
  });
});

describe("a bad line", () => {
  it("changes nothing", () => {
    const player = new Player();
    player.play(answer("2026-01-05T09:00:00Z", danas(google(135))));
    const bad = [
      answer("2026-01-05T08:00:00Z", answerOf([])),
      line("2026-01-05T12:00:00Z", { status: 200 }),
      line("2026-01-05T12:00:00Z", { do: { expect: "x", subject: { type: "account" } } }),
      "nonsense",
    ];
    for (const text of bad) expect(() => player.play(text)).toThrow();
    expect(player.play(line("2026-01-05T09:00:00Z", { do: { keepDestination: true } }))).toBe(
      '{"at":"2026-01-05T09:00:00Z","state":"ok","badge":"","level":null,"findings":[],"notify":[],"nextCheckSeconds":1800}',
    );
  });

  it("is one that is earlier than the last accepted one, in whatever offset", () => {
    const player = new Player();
    player.play(line("2026-01-05T09:00:00Z", { network: "offline" }));
    expect(() => player.play(line("2026-01-05T09:59:59+01:00", { network: "offline" }))).toThrow("earlier");
    expect(() => player.play(line("2026-01-05T04:00:00-05:00", { network: "offline" }))).not.toThrow();
  });
});

it.each([
  ["offline", 60],
  ["dns", 60],
  ["tls", 60],
  ["reset", 60],
  ["redirect", 60],
  // Cal.com goes on reading, and keeps the answer for a moment.
  ["timeout", 12],
])("a network that is %s is a failure, after which it is tried again in %i s", (network, seconds) => {
  const shown = JSON.parse(new Player().play(line("2026-01-05T09:00:00Z", { network })));
  expect(shown).toMatchObject({ state: "setup", findings: [], nextCheckSeconds: seconds });
});

it("a broken connection names the one that stands for it beside it, at the end and nowhere else", () => {
  const player = new Player();
  player.play(answer("2026-01-05T09:00:00Z", danas(google(20))));
  const both = danas(broken(google(20), REVOKED), google(21));
  expect(player.play(answer("2026-01-05T09:30:00Z", both))).toContain(
    '"findings":[{"kind":"connection-error","level":"error","confirmed":true,"expected":false,"subject":{"type":"connection","credentialId":20},"replacedBy":{"type":"connection","credentialId":21}}],"notify":[{"kind":"connection-error","subject":{"type":"connection","credentialId":20},"recovered":false}]',
  );
});

it("a mark may name its subject's keys in any order", () => {
  const player = new Player();
  player.play(answer("2026-01-05T09:00:00Z", danas(google(135), broken(outlook(212), REVOKED))));
  const subject = { credentialId: 212, delegationCredentialId: null, more: 1, type: "connection" };
  const shown = JSON.parse(
    player.play(line("2026-01-05T09:01:00Z", { do: { subject, expect: "connection-error" } })),
  );
  expect(shown).toMatchObject({ state: "ok", findings: [{ expected: true }] });
});
