import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of the first folder first, and in each folder the long ones, as Vitest sorts them anyway. */
export function inThisOrder(folders: readonly string[]) {
  const rank = ({ moduleId }: TestSpecification) =>
    folders.findIndex((folder) => moduleId.includes(`/${folder}/`));
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files);
      return sorted.sort((one, other) => rank(one) - rank(other));
    }
  };
}
