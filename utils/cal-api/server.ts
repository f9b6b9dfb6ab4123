/** Where a Cal.com server is. Keys are per region: one of cal.com is unknown to cal.eu. */
export const REGIONS = ["us", "eu", "self-hosted"] as const;
export type Region = (typeof REGIONS)[number];

export type ParsedServer =
  | {
      ok: true;
      /** API roots to try in this order, without a trailing slash. */
      candidates: string[];
      /** Origin of the web app; null when a self-hosted one was not given. */
      webUrl: string | null;
      /** Match pattern of the host permission that is needed. It names no port: Firefox knows none in a pattern. */
      origin: string;
    }
  | { ok: false; problem: "emptyUrl" | "badUrl" | "insecureUrl" | "badWebUrl" };

const HOSTED = {
  us: { api: "https://api.cal.com", web: "https://app.cal.com" },
  eu: { api: "https://api.cal.eu", web: "https://app.cal.eu" },
} as const;

/** Cal.com's API sits at `/v2`; a self-hosted server may serve it below `/api` only. */
const API_PATHS = ["/v2", "/api/v2"];
const HOST_NAME = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/;
/** Names and addresses that never leave the machine (RFC 6761, RFC 1122, RFC 4291), as `URL` writes them. */
const LOOPBACK = /^((.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The servers that a person's choice stands for.
 * @param apiUrl as typed: an origin, or one with `/v2` or `/api/v2`; the scheme may be missing
 * @param webUrl as typed, optional
 */
export function parseServer(region: Region, apiUrl: string, webUrl: string): ParsedServer {
  if (region !== "self-hosted") {
    const { api, web } = HOSTED[region];
    return { ok: true, candidates: [`${api}/v2`], webUrl: web, origin: `${api}/*` };
  }
  if (apiUrl.trim() === "") return { ok: false, problem: "emptyUrl" };
  const api = parseUrl(apiUrl);
  const paths = api && pathsOf(api.pathname);
  if (!api || !paths) return { ok: false, problem: "badUrl" };
  if (!isSafe(api)) return { ok: false, problem: "insecureUrl" };

  const web = webUrl.trim() === "" ? null : parseWebUrl(webUrl);
  if (web === undefined) return { ok: false, problem: "badWebUrl" };
  return {
    ok: true,
    candidates: paths.map((path) => api.origin + path),
    webUrl: web,
    origin: `${api.protocol}//${api.hostname}/*`,
  };
}

/** @returns the origin of a web app; undefined when it can't be read as one, or is not safe */
export function parseWebUrl(typed: string): string | undefined {
  const url = parseUrl(typed);
  return url && isSafe(url) ? url.origin : undefined;
}

/** Without a scheme it is https, but for the person's own machine, where nobody has a certificate. */
function parseUrl(typed: string): URL | undefined {
  const text = typed.trim();
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const full = bare ? `http://${text}` : text;
  if (!URL.canParse(full)) return undefined;
  let url = new URL(full);
  if (bare && !isLoopback(url)) url = new URL(`https://${text}`);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  // Chromium takes a host with blanks or quotes in it for one, and escapes them.
  if (!HOST_NAME.test(url.hostname)) return undefined;
  return url;
}

function pathsOf(path: string): string[] | undefined {
  const bare = path.replace(/\/+$/, "");
  if (bare === "") return API_PATHS;
  if (/\/api$/.test(bare)) return [`${bare}/v2`];
  const upToVersion = /^.*\/v2(?=\/|$)/.exec(bare);
  return upToVersion ? [upToVersion[0]] : undefined;
}

/** Whether a key may be sent there: it must not travel in the clear, except to the person's own machine. */
export function isSafe(url: URL): boolean {
  return url.protocol === "https:" || isLoopback(url);
}

function isLoopback({ hostname }: URL): boolean {
  return LOOPBACK.test(hostname);
}
