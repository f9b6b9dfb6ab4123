import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSignedCertificate } from "../../support/browsers/tls.ts";

/** Pages of a web app, each a heading. */
export interface WebPages {
  port: number;
  /** The paths of the pages that were asked for, in their order. */
  visited: readonly string[];
  close(): Promise<void>;
}

/** A web app of this name that notes which of its pages are opened. */
export async function startWebPages(host: string): Promise<WebPages> {
  const visited: string[] = [];
  const server = createServer(await selfSignedCertificate(host), ({ url = "" }, response) => {
    if (url !== "/favicon.ico") visited.push(url);
    response
      .writeHead(200, { "content-type": "text/html" })
      .end("<title>Cal.com</title><h1>Installed apps</h1>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    visited,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
