import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { documentedCells } from "./documented.ts";
import { fromProblems, type Outcome } from "./outcome.ts";
import { ROOT } from "./root.ts";

interface Manifest {
  manifest_version: number;
  name: string;
  description: string;
  version: string;
  default_locale?: string;
  icons?: Record<string, string>;
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_security_policy?: { extension_pages?: string };
  content_scripts?: unknown;
  externally_connectable?: unknown;
  web_accessible_resources?: unknown;
}

/** Ways in for web pages and other extensions: there are none. */
const DOORS = ["content_scripts", "externally_connectable", "web_accessible_resources"] as const;

/** The Chrome Web Store's limits, in characters. */
const LIMITS = { name: 75, description: 132 } as const;
/** Code that is fetched or made at run time, which the store refuses. */
const REMOTE_CODE = [
  /<script[^>]+src="(?:https?:)?\/\//,
  /\bimport\(\s*["'`]https?:/,
  /\bimportScripts\(\s*["'`]https?:/,
  /\bnew Function\(/,
  /\beval\(/,
];

/** Chrome has no validator of its own: this checks what the Chrome Web Store refuses. */
export async function checkChromeBuild(): Promise<Outcome> {
  const dir = join(ROOT, ".output", "chrome-mv3");
  const manifest: Manifest = JSON.parse(await readFile(join(dir, "manifest.json"), "utf8"));
  return fromProblems([
    ...(manifest.manifest_version === 3 ? [] : ["manifest_version is not 3."]),
    ...(/^\d{1,5}(\.\d{1,5}){0,3}$/.test(manifest.version)
      ? []
      : [`The version ${manifest.version} is not one.`]),
    ...(await textProblems(dir, manifest)),
    ...(await iconProblems(dir, manifest)),
    ...(await permissionProblems(manifest)),
    ...DOORS.filter((door) => manifest[door] !== undefined).map((door) => `The manifest has ${door}.`),
    ...(await codeProblems(dir, manifest)),
  ]);
}

async function textProblems(dir: string, manifest: Manifest): Promise<string[]> {
  const problems: string[] = [];
  const locales = await readdir(join(dir, "_locales")).catch(() => []);
  for (const locale of locales) {
    const words = JSON.parse(await readFile(join(dir, "_locales", locale, "messages.json"), "utf8"));
    for (const field of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
      const text = manifest[field].replace(/^__MSG_(\w+)__$/, (_, key) => words[key]?.message ?? "");
      if (text === "") problems.push(`${field} is empty in ${locale}.`);
      if (text.length > LIMITS[field]) {
        problems.push(
          `${field} has ${text.length} characters in ${locale}, at most ${LIMITS[field]} are allowed.`,
        );
      }
    }
  }
  if (locales.length === 0) problems.push("There are no _locales.");
  return problems;
}

async function iconProblems(dir: string, manifest: Manifest): Promise<string[]> {
  const icons = Object.entries(manifest.icons ?? {});
  const problems = icons.some(([size]) => size === "128") ? [] : ["There is no icon of 128 pixels."];
  for (const [size, file] of icons) {
    const png = await readFile(join(dir, file)).catch(() => undefined);
    if (png?.toString("latin1", 1, 4) !== "PNG") problems.push(`The icon ${file} is not there or no PNG.`);
    else if (png.readUInt32BE(16) !== Number(size) || png.readUInt32BE(20) !== Number(size)) {
      problems.push(`The icon ${file} is not ${size} pixels wide and high.`);
    }
  }
  return problems;
}

/** Everything that is asked for must be explained to people, and nothing else. */
async function permissionProblems(manifest: Manifest): Promise<string[]> {
  const documented = await documentedCells("docs/permissions.md");
  const asked = [
    ...(manifest.permissions ?? []),
    ...(manifest.host_permissions ?? []),
    ...(manifest.optional_permissions ?? []),
    ...(manifest.optional_host_permissions ?? []),
  ];
  return [
    ...asked
      .filter((one) => !documented.includes(one))
      .map((one) => `docs/permissions.md does not explain ${one}.`),
    ...documented
      .filter((one) => !asked.includes(one))
      .map((one) => `docs/permissions.md explains ${one}, which is not asked for.`),
  ];
}

async function codeProblems(dir: string, manifest: Manifest): Promise<string[]> {
  const policy = manifest.content_security_policy?.extension_pages ?? "";
  const problems = /script-src [^;]*(unsafe|https?:)/.test(policy)
    ? ["The policy allows code from elsewhere."]
    : [];
  for (const file of await readdir(dir, { recursive: true })) {
    if (!/\.(js|html)$/.test(file) || !(await stat(join(dir, file))).isFile()) continue;
    const source = await readFile(join(dir, file), "utf8");
    for (const pattern of REMOTE_CODE) {
      if (pattern.test(source))
        problems.push(`${file} has code that the store takes for remote: ${pattern.source}`);
    }
  }
  return problems;
}
