/** The pictures that the toolbar button can have: each has a shape of its own, besides its colour. */
export type ToolbarIcon = "ok" | "attention" | "unknown";

/** Where a picture is, by its size in px. */
export function pathsOf(icon: ToolbarIcon): Record<16 | 32 | 48, string> {
  // From the root: one browser takes a path from the worker, the other one from its page.
  const path = icon === "ok" ? "/icon/" : `/toolbar/${icon}-`;
  return { 16: `${path}16.png`, 32: `${path}32.png`, 48: `${path}48.png` };
}
