import { request as forward } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { selfSignedCertificate } from "../../support/browsers/tls.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";

/** A web app that passes `/api/v2` on to the API behind it and shows a page of its own for everything else. */
export async function startWebAppBefore(api: FakeCal, host: string) {
  const server = createServer(await selfSignedCertificate(host), (incoming, response) => {
    if (!incoming.url?.startsWith("/api/v2/")) {
      response
        .writeHead(404, { "content-type": "text/html" })
        .end("<h1>404: This page could not be found</h1>");
      return;
    }
    const { method, headers, url } = incoming;
    const onward = forward(`${api.url}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
