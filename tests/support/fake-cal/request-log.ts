import type { IncomingHttpHeaders } from "node:http";

/** A request as it arrived. `time` is in milliseconds since 1970, `status` is 0 until (or unless) it is answered. */
export interface RecordedRequest {
  time: number;
  method: string;
  /** Path and query as sent. */
  path: string;
  headers: IncomingHttpHeaders;
  /** The parsed JSON body, the text of any other, or undefined. */
  body: unknown;
  status: number;
}

const KEPT = 10_000;

/** Every request to the API, oldest first; those to the control page are not among them. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  /** How many are neither answered nor given up by who asked. */
  open = 0;

  add(request: RecordedRequest): void {
    this.requests.push(request);
    if (this.requests.length > KEPT) {
      this.requests.shift();
    }
  }

  clear(): void {
    this.requests.length = 0;
  }
}
