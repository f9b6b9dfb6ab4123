import { randomBytes, randomUUID } from "node:crypto";

const METHODS = "GET,PATCH,DELETE,HEAD,POST,PUT,OPTIONS";

const REQUEST_HEADERS = [
  "x-cal-client-id",
  "x-cal-secret-key",
  "x-cal-platform-embed",
  "cal-api-version",
  "Accept",
  "Authorization",
  "Content-Type",
  "Origin",
].join(",");

/**
 * What the helmet middleware adds. `Strict-Transport-Security` is left out: a browser that took it from `localhost`
 * would refuse every other local server that has no certificate.
 */
const HELMET_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';" +
    "img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';" +
    "style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Download-Options": "noopen",
  "X-Frame-Options": "SAMEORIGIN",
  "X-Permitted-Cross-Domain-Policies": "none",
  "X-XSS-Protection": "0",
};

/**
 * On every answer of the API. Nothing is exposed, so a plain page cannot read the rate limit headers. An answer may be
 * kept and has to be asked for again, which the weak ETag makes cheap for nobody but the network.
 */
export const API_HEADERS: Readonly<Record<string, string>> = {
  ...HELMET_HEADERS,
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "public, max-age=0, must-revalidate",
};

/** The answer to a preflight request, whatever the path. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  ...API_HEADERS,
  "Access-Control-Allow-Methods": METHODS,
  "Access-Control-Allow-Headers": REQUEST_HEADERS,
  "Access-Control-Max-Age": "86400",
  "Content-Length": "0",
};

/** What the network in front of Cal.com adds to every answer, with ids that nobody has seen before. */
export function edgeHeaders(): Record<string, string> {
  const ray = randomBytes(8).toString("hex");
  return {
    "X-Request-Id": randomUUID(),
    "x-vercel-id": `fra1::pdx1::${ray}`,
    "cf-ray": `${ray}-FRA`,
    "Set-Cookie": `__cf_bm=${ray}; Path=/; HttpOnly; Secure; SameSite=None`,
  };
}
