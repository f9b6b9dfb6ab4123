import type { IncomingHttpHeaders } from "node:http";
import type { Clock } from "./clock.ts";
import type { ListCache } from "./list-cache.ts";
import type { Reply } from "./reply.ts";
import type { RequestLog } from "./request-log.ts";
import type { Scope } from "./scopes.ts";
import type { Throttle } from "./throttle.ts";
import type { User, World } from "./world.ts";

/** What a running server holds besides its sockets. */
export interface Context {
  world: World;
  cache: ListCache;
  throttle: Throttle;
  log: RequestLog;
  clock: Clock;
}

/** A request that has come past rate limit and authentication. `url` is path and query after any rewriting. */
export interface ApiRequest {
  method: string;
  url: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
  user: User;
  context: Context;
  /** The parts of the path that the route's pattern captured. */
  params: string[];
}

export interface Route {
  method: string;
  pattern: RegExp;
  /** What a third-party token must be allowed to do; without it there is no such route for tokens. */
  scope: Scope | null;
  /** The values of `cal-api-version` for which the route exists; all when left out. */
  versions?: readonly string[];
  /** A server that was not brought up to date may be without it. */
  isRecent?: boolean;
  /** What a caller gets who sends no key at all; a 401 when left out. */
  anonymous?: (request: Pick<ApiRequest, "query" | "params">) => Reply;
  handle: (request: ApiRequest) => Reply | Promise<Reply>;
}
