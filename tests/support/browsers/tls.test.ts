import { X509Certificate } from "node:crypto";
import { createServer, get } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { selfSignedCertificate } from "./tls.ts";

test("the certificate names every host, is signed by its own key and is valid now", () => {
  const { cert } = selfSignedCertificate(["api.cal.com", "api.cal.eu"]);
  const parsed = new X509Certificate(cert);
  expect(parsed.checkHost("api.cal.com")).toBe("api.cal.com");
  expect(parsed.checkHost("api.cal.eu")).toBe("api.cal.eu");
  expect(parsed.checkHost("app.cal.com")).toBeUndefined();
  expect(parsed.verify(parsed.publicKey)).toBe(true);
  expect(parsed.validFromDate.getTime()).toBeLessThan(Date.now());
  expect(parsed.validToDate.getTime()).toBeGreaterThan(Date.now());
});

test("many certificates in a row are all readable", () => {
  for (let count = 1; count <= 30; count++) {
    const { cert } = selfSignedCertificate([`${"x".repeat(count)}.cal.test`]);
    expect(() => new X509Certificate(cert)).not.toThrow();
  }
});

test("a client that trusts the certificate gets an answer", async () => {
  const certificate = selfSignedCertificate(["api.cal.com"]);
  const server = createServer(certificate, (_, response) => response.end("hello"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const status = await new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      servername: "api.cal.com",
      ca: certificate.cert,
      agent: false,
    } as const;
    get(options, (response) => resolve(response.resume().statusCode)).on("error", reject);
  });
  server.closeAllConnections();
  server.close();
  expect(status).toBe(200);
});

test("a certificate for nothing is refused", () => {
  expect(() => selfSignedCertificate([])).toThrow("at least one host name");
});
