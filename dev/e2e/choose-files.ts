import { isAbsolute, relative, sep } from "node:path";

/**
 * The test files that somebody means.
 *
 * @param all paths from the project's folder, with slashes
 * @param wanted a path (absolute or from the project's folder) or a part of one each; none stands for all
 * @param root the project's folder
 * @throws with what there is, when nothing is meant by one of them: a misspelt file is not a run that passed.
 */
export function chooseFiles(all: readonly string[], wanted: readonly string[], root: string): string[] {
  const parts = wanted.map((one) => partOfPath(one, root));
  const unknown = parts.find((part) => !all.some((file) => file.includes(part)));
  if (unknown !== undefined) {
    throw new Error([`No test file has "${unknown}" in its path. There are:`, ...all].join("\n  "));
  }
  return parts.length === 0 ? [...all] : all.filter((file) => parts.some((part) => file.includes(part)));
}

function partOfPath(wanted: string, root: string): string {
  const inProject = isAbsolute(wanted) ? relative(root, wanted) : wanted;
  return inProject.split(sep).join("/").replace(/^\.\//, "");
}
