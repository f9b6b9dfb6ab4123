import type { Stage } from "./outcome.ts";

/**
 * The stages that `--only NAME[,NAME]` leaves; all of them without it.
 *
 * @throws with the names there are, for an unknown name or argument.
 */
export function selectStages(stages: readonly Stage[], args: readonly string[]): readonly Stage[] {
  const [first, second] = args.length === 1 ? (args[0] ?? "").split("=") : args;
  if (first === undefined) return stages;
  const names = stages.map((stage) => stage.name);
  const wanted = second?.split(",").map((name) => name.trim()) ?? [];
  const unknown = wanted.find((name) => !names.includes(name));
  if (first !== "--only" || wanted.length === 0 || args.length > 2 || unknown !== undefined) {
    throw new Error(`Usage: npm test [-- --only NAME[,NAME]], where NAME is one of: ${names.join(", ")}.`);
  }
  return stages.filter((stage) => wanted.includes(stage.name));
}
