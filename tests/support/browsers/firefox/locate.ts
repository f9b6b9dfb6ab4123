import { type Control, isOperable } from "../control.ts";
import { type Bidi, callIn } from "./bidi.ts";

/** An element as BiDi refers to it. */
export interface NodeReference {
  sharedId: string;
}

/** Every element that a BiDi locator finds, in the order of the document. */
export async function nodesWhere(bidi: Bidi, context: string, locator: object): Promise<NodeReference[]> {
  const { nodes } = await bidi.send<{ nodes: NodeReference[] }>("browsingContext.locateNodes", {
    context,
    locator,
  });
  return nodes;
}

/** The element of a control at this moment: rather the control itself than its label. */
export async function locate(
  bidi: Bidi,
  context: string,
  control: Control,
): Promise<NodeReference | undefined> {
  const nodes = await nodesWhere(bidi, context, locator(control));
  for (const node of nodes)
    if (await callIn<boolean>(bidi, context, String(isOperable), [], [node])) return node;
  if (nodes.length === 0 && typeof control === "object" && control.role === "textbox") {
    // A password field has no role here, while Chromium calls it a textbox.
    return locate(bidi, context, { name: control.name });
  }
  return nodes[0];
}

function locator(control: Control): object {
  if (typeof control === "string") return { type: "css", value: control };
  return { type: "accessibility", value: control };
}
