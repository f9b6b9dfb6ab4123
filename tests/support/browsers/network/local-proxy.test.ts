import { request } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalProxy, startLocalProxy } from "./local-proxy.ts";

let echo: Server;
let proxy: LocalProxy;

beforeEach(async () => {
  echo = createTcpServer((socket) => socket.pipe(socket).on("error", () => socket.destroy()));
  await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
  proxy = await startLocalProxy({ "api.cal.com": (echo.address() as AddressInfo).port });
});

afterEach(async () => {
  await proxy.close();
  echo.close();
});

/** The status line of a CONNECT, then what comes back for "ping"; "" when the connection just ends. */
function throughProxy(authority: string): Promise<string> {
  return new Promise((resolve) => {
    let got = "";
    const socket = connect(proxy.port, "127.0.0.1", () =>
      socket.write(`CONNECT ${authority} HTTP/1.1\r\n\r\n`),
    );
    socket.on("data", (data) => {
      if (got === "" && String(data).includes(" 200 ")) socket.write("ping");
      got += data;
      if (got.endsWith("ping")) socket.end();
    });
    socket.on("error", () => resolve(got));
    socket.on("close", () => resolve(got));
  });
}

test("a known host is tunnelled to its local port", async () => {
  expect(await throughProxy("api.cal.com:443")).toMatch(/^HTTP\/1.1 200 .*ping$/s);
  expect(proxy.refused).toEqual([]);
});

test("any other host is refused and recorded", async () => {
  expect(await throughProxy("example.com:443")).toContain(" 403 ");
  expect(await throughProxy("api.cal.com:8443")).toContain(" 403 ");
  expect(proxy.refused).toEqual(["example.com:443", "api.cal.com:8443"]);
});

test("a plain http request is refused and recorded", async () => {
  const status = await new Promise((resolve) => {
    const options = { host: "127.0.0.1", port: proxy.port, path: "http://api.cal.com/v2/me", agent: false };
    request(options, (response) => resolve(response.resume().statusCode)).end();
  });
  expect(status).toBe(403);
  expect(proxy.refused).toEqual(["http://api.cal.com/v2/me"]);
});

test("offline, connections end without an answer", async () => {
  proxy.setOffline(true);
  expect(await throughProxy("api.cal.com:443")).toBe("");
  proxy.setOffline(false);
  expect(await throughProxy("api.cal.com:443")).toContain("ping");
});

test("a host whose server is down is a bad gateway, and hosts can be changed", async () => {
  proxy.setHosts({ "api.cal.eu": 1 });
  expect(await throughProxy("api.cal.eu:443")).toContain(" 502 ");
  expect(await throughProxy("api.cal.com:443")).toContain(" 403 ");
});
