import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import type { Context } from "./context.ts";
import { type ControlAction, control } from "./control/actions.ts";
import { handleRequest } from "./handle.ts";
import { ListCache } from "./list-cache.ts";
import { isLoopback } from "./loopback.ts";
import { type RecordedRequest, RequestLog } from "./request-log.ts";
import { createWorld } from "./scenarios/index.ts";
import { Throttle } from "./throttle.ts";
import type { World } from "./world.ts";

export interface FakeCalOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** A name of `SCENARIO_NAMES`; `all-well` by default. */
  scenario?: string;
  /** How long a list of calendars is kept, in milliseconds: 10,000 by default as at Cal.com, 0 for never. */
  cacheMs?: number;
  /** 127.0.0.1 by default. The control page and its HTTP interface exist on a loopback host only. */
  host?: string;
  /** What the server takes for the time, and how it waits; the real time by default. */
  clock?: Clock;
  tls?: { key: string | Buffer; cert: string | Buffer };
}

/** A running fake of Cal.com's API v2. */
export interface FakeCal {
  /** The origin, without a slash at the end. */
  url: string;
  port: number;
  /** The state itself; a change is seen by the next request. */
  world: World;
  /** Every request to the API, oldest first. */
  requests: RecordedRequest[];
  /** How many requests are neither answered nor given up by who asked. */
  openRequests(): number;
  /**
   * Does what the control page does, and says what was done.
   *
   * @throws ControlError with a sentence when the action or one of its fields makes no sense
   */
  control(action: ControlAction): string;
  close(): Promise<void>;
}

/**
 * Starts a server and resolves when it listens.
 *
 * @throws Error for an unknown scenario, or when the port is taken
 */
export async function startFakeCal(options: FakeCalOptions = {}): Promise<FakeCal> {
  const { port = 0, scenario = "all-well", cacheMs = 10_000, host = "127.0.0.1", tls } = options;
  const { clock = SYSTEM_CLOCK } = options;
  const context: Context = {
    world: createWorld(scenario, cacheMs, clock),
    cache: new ListCache(clock),
    throttle: new Throttle(),
    log: new RequestLog(),
    clock,
  };
  const listener: RequestListener = (incoming, response) => {
    handleRequest(context, isLoopback(host), incoming, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
  const server = tls === undefined ? createHttpServer(listener) : createHttpsServer(tls, listener);
  const taken = await listen(server, port, host);
  const shownHost = host.includes(":") ? `[${host}]` : host;
  return {
    url: `${tls === undefined ? "http" : "https"}://${shownHost}:${taken}`,
    port: taken,
    world: context.world,
    requests: context.log.requests,
    openRequests: () => context.log.open,
    control: (action) => control(context, action),
    close: () => close(server),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(isAddressInfo(address) ? address.port : port);
    });
  });
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
