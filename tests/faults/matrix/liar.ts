import { createServer, request } from "node:https";
import type { AddressInfo } from "node:net";
import type { FakeCal } from "../../support/fake-cal/server.ts";

/** What is answered in the place of Cal.com's list of calendars. */
export interface Lie {
  status?: number;
  headers?: Record<string, string | string[]>;
  body: string | Buffer;
}

/** @param truth what Cal.com would have answered @param key that of the request */
export type MakeLie = (truth: string, key: string) => Lie;

/** A server before the fake Cal.com that changes what it answers. */
export interface Liar {
  port: number;
  /** From now on every list of calendars is this. */
  tell(lie: MakeLie): void;
  /** Hands on what Cal.com answers. */
  tellTruth(): void;
  close(): Promise<void>;
}

export async function startLiar(cal: FakeCal, tls: { key: string; cert: string }): Promise<Liar> {
  let lie: MakeLie | null = null;
  const server = createServer(tls, async (incoming, response) => {
    const { method = "GET", url = "/", headers } = incoming;
    const truth = await askTruth(cal, method, url, headers as Record<string, string>);
    const isList = method === "GET" && url.startsWith("/v2/calendars");
    const key = headers.authorization?.replace(/^Bearer /, "") ?? "";
    const told = lie && isList ? { status: 200, ...lie(truth.body, key) } : truth;
    const common = { "Content-Type": "application/json; charset=utf-8", "Access-Control-Allow-Origin": "*" };
    response.on("error", () => {});
    response.writeHead(told.status, { ...common, ...told.headers });
    response.end(told.body);
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    tell: (made) => {
      lie = made;
    },
    tellTruth: () => {
      lie = null;
    },
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function askTruth(
  cal: FakeCal,
  method: string,
  path: string,
  { authorization = "", "cal-api-version": version = "" }: Record<string, string>,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, "cal-api-version": version };
    const asked = request(`${cal.url}${path}`, { method, headers, rejectUnauthorized: false }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => {
        body += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: {}, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
}
