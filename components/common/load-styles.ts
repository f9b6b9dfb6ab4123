const sheets = new Map<string, Promise<unknown>>();

/**
 * Loads a later part of a page after the style sheets that it needs: the build calls this for each `import()`, in place of Vite's own
 * helper, which is made for web pages and is several times as long.
 * @param paths of the style sheets within the extension
 * @throws when one of them or the part can't be loaded; each is asked for again the next time
 */
export async function loadWithStyles<Part>(
  load: () => Promise<Part>,
  paths: readonly string[] = [],
): Promise<Part> {
  await Promise.all(paths.map((path) => sheet(`/${path}`)));
  return load();
}

function sheet(href: string): Promise<unknown> {
  let loaded = sheets.get(href);
  if (!loaded && !document.querySelector(`link[href="${href}"]`)) {
    loaded = new Promise((onload, reject) => {
      const link = document.createElement("link");
      const onerror = () => {
        link.remove();
        sheets.delete(href);
        reject(new Error(`No style sheet at ${href}`));
      };
      document.head.append(Object.assign(link, { rel: "stylesheet", href, onload, onerror }));
    });
    sheets.set(href, loaded);
  }
  return Promise.resolve(loaded);
}
