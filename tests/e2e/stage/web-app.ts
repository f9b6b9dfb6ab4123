import { request as overHttp } from "node:http";
import { createServer, request as overHttps } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSignedCertificate } from "../../support/browsers/tls.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";

/** An answer that does not come from the API. */
export interface FrontAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string | object;
}

/** What stands before an API, and may answer itself. */
export interface Front {
  port: number;
  /** Method and path of each request, the oldest first. */
  asked: readonly string[];
  close(): Promise<void>;
}

export const PAGE_NOT_FOUND: FrontAnswer = {
  status: 404,
  headers: { "content-type": "text/html" },
  body: "<h1>404: This page could not be found</h1>",
};

/** A web app that passes `/api/v2` on to the API behind it and shows a page of its own for everything else. */
export function startWebAppBefore(api: FakeCal, host: string): Promise<Front> {
  return startFront(api, host, (_, path) => (path.startsWith("/api/v2/") ? null : PAGE_NOT_FOUND));
}

/** @param answerOf what is answered here; null passes a request on to the API. The path has its query. */
export async function startFront(
  api: FakeCal,
  host: string,
  answerOf: (method: string, path: string) => FrontAnswer | null,
): Promise<Front> {
  const asked: string[] = [];
  const server = createServer(await selfSignedCertificate(host), (incoming, response) => {
    const { method = "", headers, url = "" } = incoming;
    asked.push(`${method} ${url}`);
    const own = answerOf(method, url);
    if (own) {
      const { status, headers = {}, body = "" } = own;
      response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
      return;
    }
    const forward = api.url.startsWith("https:") ? overHttps : overHttp;
    // Its certificate is signed by itself, as this one is.
    const options = { method, headers, rejectUnauthorized: false };
    const onward = forward(`${api.url}${url}`, options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
