import type { ComponentChildren, VNode } from "preact";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes elements of what components without state have drawn, once and without anything that answers to the person: what is
 * needed before the library that goes on with them is loaded. It finds them as it would have made them itself.
 */
export function toNodes(drawn: ComponentChildren, isSvg = false): Node[] {
  if (drawn === null || drawn === undefined || typeof drawn === "boolean") return [];
  if (Array.isArray(drawn)) return drawn.flatMap((one) => toNodes(one, isSvg));
  if (typeof drawn !== "object") return [document.createTextNode(String(drawn))];
  const { type, props } = drawn as VNode<Record<string, unknown>>;
  if (typeof type === "function")
    return toNodes((type as (props: object) => ComponentChildren)(props), isSvg);
  const isDrawing = isSvg || type === "svg";
  const element = isDrawing ? document.createElementNS(SVG, type) : document.createElement(type);
  for (const [name, value] of Object.entries(props)) setAttribute(element, name, value);
  element.append(...toNodes(props.children as ComponentChildren, isDrawing));
  return [element];
}

function setAttribute(element: Element, name: string, value: unknown): void {
  // Listeners and refs are for the library, and so are keys.
  if (name === "children" || name === "key" || value === undefined || value === null) return;
  if (typeof value === "function" || typeof value === "object") return;
  // Of these "false" says something, as do all of one's own.
  const isSaid = name.startsWith("aria-") || name.startsWith("data-");
  if (value === false && !isSaid) return;
  const text = value === true && !isSaid ? "" : String(value);
  element.setAttribute(name === "tabIndex" ? "tabindex" : name, text);
}
