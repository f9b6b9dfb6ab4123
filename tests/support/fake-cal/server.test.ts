import { describe, expect, test } from "vitest";
import { selfSignedCertificate } from "../browsers/tls.ts";
import { startFakeCal } from "./server.ts";
import { ask, calendars, start } from "./testing.ts";

describe("the library", () => {
  test("starts on a free port and says where", async () => {
    const fake = await start();
    expect(fake.port).toBeGreaterThan(0);
    expect(fake.url).toBe(`http://127.0.0.1:${fake.port}`);
  });

  test("rejects when the port is taken, and for an unknown scenario", async () => {
    const fake = await start();
    await expect(startFakeCal({ port: fake.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await expect(startFakeCal({ scenario: "x" })).rejects.toThrow('There is no scenario "x".');
  });

  test("records requests with time, headers, body and status", async () => {
    const fake = await start({ scenario: "everyday" });
    const before = Date.now();
    await ask(fake, "/v2/selected-calendars?a=1", { method: "POST", body: { externalId: "x" } });
    expect(fake.requests).toEqual([
      {
        time: expect.any(Number),
        method: "POST",
        path: "/v2/selected-calendars?a=1",
        headers: expect.objectContaining({ authorization: "Bearer cal_live_demo" }),
        body: { externalId: "x" },
        status: 400,
      },
    ]);
    expect(fake.requests[0]?.time).toBeGreaterThanOrEqual(before);
  });

  test("lets the world be changed directly", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.world.users[0]?.connections.pop();
    expect((await calendars(fake)).connectedCalendars).toHaveLength(1);
  });

  test("closes while a request hangs", async () => {
    const fake = await startFakeCal();
    fake.control({ action: "server", mode: "hang" });
    const hanging = ask(fake, "/v2/me");
    hanging.catch(() => {});
    await expect.poll(() => fake.requests.length).toBe(1);
    await fake.close();
    await expect(hanging).rejects.toThrow();
    await expect(ask(fake, "/v2/me")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("speaks TLS with a certificate of the caller", async () => {
    const fake = await start({ tls: await selfSignedCertificate("127.0.0.1") });
    expect(fake.url).toMatch(/^https:/);
    expect((await ask(fake, "/v2/me")).status).toBe(200);
  });

  test("has no control on a host that others can reach", async () => {
    const fake = await start({ host: "0.0.0.0" });
    const local = { ...fake, url: `http://127.0.0.1:${fake.port}` };
    expect((await ask(local, "/v2/me")).status).toBe(200);
    for (const path of ["/", "/control/state"]) {
      const answer = await ask(local, path);
      expect([answer.status, answer.json?.error?.message]).toEqual([404, `Cannot GET ${path}`]);
    }
  });
});
