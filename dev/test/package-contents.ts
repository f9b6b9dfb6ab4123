/** The files of an archive, by name. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** All that there is in the extension. What is new is added here by somebody who has thought about it. */
const BELONGS =
  /^((background|first-paint|popup-first)\.js|(popup|options)\.html|manifest\.json|managed_schema\.json|LICENSE|THIRD-PARTY-LICENSES\.txt|_locales\/\w+\/messages\.json|(icon|toolbar)\/[\w-]+\.png|chunks\/[\w-]+\.js|assets\/[\w-]+\.css)$/;

const LICENCES = ["LICENSE", "THIRD-PARTY-LICENSES.txt"] as const;

/**
 * What is wrong with the files of the extension, a sentence each.
 *
 * @param dependencies the packages that are shipped: each has its licence in there
 * @param root the builder's folder, of which nothing may be told
 */
export function contentProblems(
  kind: string,
  files: Files,
  dependencies: readonly string[],
  root: string,
): string[] {
  const names = Object.keys(files);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const licences = files[LICENCES[1]] ? text(LICENCES[1]) : "";
  return [
    ...names
      .filter((name) => !BELONGS.test(name))
      .map((name) => `${name} does not belong into the package for ${kind}.`),
    ...LICENCES.filter((name) => !files[name]).map((name) => `The package for ${kind} has no ${name}.`),
    ...dependencies
      .filter((name) => !licences.includes(`\n${name} `))
      .map((name) => `The package for ${kind} does not have the licence of ${name}.`),
    ...names
      .filter((name) => text(name).includes(root))
      .map((name) => `${name} in the package for ${kind} tells where it was built.`),
  ];
}

/** What must not be in the sources, wherever it comes from. */
const PRODUCTS = /(^|\/)(node_modules|coverage|\.output|\.wxt|reports)\/|^screenshots\/|\.(log|zip|xpi)$/;

/**
 * What is wrong with the archive of the sources.
 *
 * @param tracked what git knows or would take in; null when nobody can tell
 */
export function sourceProblems(names: readonly string[], tracked: ReadonlySet<string> | null): string[] {
  const wrong = names.filter((name) => PRODUCTS.test(name) || (tracked !== null && !tracked.has(name)));
  return wrong.map((name) => `${name} is no source.`);
}
