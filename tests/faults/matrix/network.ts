import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { letTimePass } from "../../e2e/stage/time.ts";
import type { Fault } from "./fault.ts";
import type { Ground } from "./ground.ts";

const mode =
  (kind: string, more: object = {}) =>
  async ({ cal }: Ground) =>
    cal.control({ action: "server", mode: kind, ...more });
const HOST = "api.cal.com";

/** Something that listens in the place of Cal.com, and what it does with whoever comes. */
function stranger(greet: (socket: Socket) => void): Pick<Fault, "begin" | "end"> {
  let server: Server | null = null;
  const sockets = new Set<Socket>();
  return {
    async begin({ browser }) {
      server = createServer((socket) => {
        sockets.add(socket);
        socket.on("error", () => {});
        greet(socket);
      });
      await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
      browser.setHosts({ [HOST]: (server.address() as AddressInfo).port });
    },
    async end() {
      for (const socket of sockets) socket.destroy();
      server?.close();
    },
  };
}

/** While an answer is under way. */
async function duringCheck(ground: Ground, act: () => Promise<unknown>): Promise<void> {
  await letTimePass(ground, 20_000);
  ground.cal.control({ action: "slow", ms: 600 });
  const first = ground.cal.requests.length;
  const asked = ground.beginCheck();
  for (let tries = 0; tries < 100 && ground.cal.requests.length === first; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await act();
  await asked;
  ground.cal.control({ action: "slow", ms: 0 });
}

const offline =
  (gone: boolean) =>
  ({ browser }: Ground) =>
    browser.emulate({ offline: gone });

const faults: Omit<Fault, "group">[] = [
  { name: "the server resets every connection", begin: mode("gone"), quick: true },
  { name: "the server resets the first connection only", begin: mode("gone", { times: 1 }) },
  { name: "the server resets two connections", begin: mode("gone", { times: 2 }) },
  { name: "the server takes the request and never answers", begin: mode("hang") },
  { name: "the server never answers one request", begin: mode("hang", { times: 1 }) },
  { name: "the answer is cut off in its middle", begin: mode("cut-off"), quick: true },
  { name: "the first answer is cut off in its middle", begin: mode("cut-off", { times: 1 }) },
  { name: "event types alone are not reached", begin: mode("gone", { path: "/v2/event-types" }) },
  { name: "the network is gone", begin: offline(true), end: offline(false), quick: true },
  {
    name: "the network goes while an answer is under way",
    begin: (ground) => duringCheck(ground, () => ground.browser.emulate({ offline: true })),
    end: offline(false),
  },
  {
    name: "the network goes and comes back while an answer is under way",
    begin: (ground) =>
      duringCheck(ground, async () => {
        await ground.browser.emulate({ offline: true });
        await ground.browser.emulate({ offline: false });
      }),
  },
  {
    name: "the network comes and goes five times",
    async begin({ browser }) {
      for (let times = 0; times < 5; times++) {
        await browser.emulate({ offline: true });
        await browser.emulate({ offline: false });
      }
    },
  },
  { name: "the name is not known", begin: async ({ browser }) => browser.setHosts({}) },
  { name: "nothing listens at the address", begin: async ({ browser }) => browser.setHosts({ [HOST]: 1 }) },
  {
    name: "connections are cut while an answer is under way",
    begin: (ground) => duringCheck(ground, async () => ground.browser.setHosts({ [HOST]: ground.cal.port })),
  },
  { name: "who listens speaks another protocol", ...stranger((socket) => socket.end("SSH-2.0-there\r\n")) },
  { name: "who listens hangs up at once", ...stranger((socket) => socket.destroy()) },
  {
    name: "who listens answers without encryption",
    ...stranger((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n{}")),
  },
  {
    name: "every answer takes two seconds",
    begin: async ({ cal }) => cal.control({ action: "slow", ms: 2_000 }),
  },
];

export const NETWORK: Fault[] = faults.map((fault) => ({ ...fault, group: "network" }));
export { duringCheck };
