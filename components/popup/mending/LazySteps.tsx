import type { MendingContext } from "../../../utils/screen/problems/fix.ts";
import { LazyPart } from "../../common/lazy.tsx";
import type { StepProps } from "./step-props.ts";
import { stepsPart } from "./steps-part.ts";

/** The steps to have everything as it was, once they are loaded. */
export function LazySteps({ mending, ...ofStep }: StepProps & { mending: MendingContext }) {
  return (
    <LazyPart part={stepsPart} draw={({ MendingSteps }) => <MendingSteps mending={mending} {...ofStep} />} />
  );
}
