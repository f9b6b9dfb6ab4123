/** Who points to whom. Every node is a key, also one without edges. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Nodes each of which leads to every other: there is no order in which to read them. */
export interface Knot {
  members: string[];
  /** A shortest way around, its first node again at the end. */
  cycle: string[];
}

/** @returns the knots, largest first; empty when nothing leads back to where it came from. */
export function knots(graph: Graph): Knot[] {
  const reach = new Map([...graph.keys()].map((node) => [node, reachable(graph, node)]));
  const left = new Set(graph.keys());
  const found: Knot[] = [];
  for (const node of graph.keys()) {
    if (!left.has(node) || !reach.get(node)?.has(node)) continue;
    const members = [...(reach.get(node) ?? [])].filter((other) => reach.get(other)?.has(node)).sort();
    for (const member of members) left.delete(member);
    found.push({ members, cycle: shortestCycle(graph, members) });
  }
  return found.sort((one, other) => other.members.length - one.members.length);
}

/** All that a node leads to; the node itself only if something leads back to it. */
function reachable(graph: Graph, from: string): Set<string> {
  const seen = new Set<string>();
  const rest = [...(graph.get(from) ?? [])];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    rest.push(...(graph.get(node) ?? []));
  }
  return seen;
}

function shortestCycle(graph: Graph, members: readonly string[]): string[] {
  return members
    .map((member) => wayBack(graph, member))
    .reduce((best, way) => (way.length < best.length ? way : best));
}

/** The shortest way from a node of a knot to itself. */
function wayBack(graph: Graph, start: string): string[] {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  throw new Error(`${start} leads nowhere back.`);
}
