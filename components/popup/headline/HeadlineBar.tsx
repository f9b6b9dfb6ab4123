import type { Headline } from "../../../utils/screen/headline/headline-view.ts";
import { useFocusWhen } from "../../common/focus.ts";
import { HeadlineLines } from "./HeadlineLines.tsx";

/** The answer to the one question the popup is opened with. */
export function HeadlineBar({ headline, withFocus }: { headline: Headline; withFocus: boolean }) {
  const heading = useFocusWhen<HTMLHeadingElement>(withFocus);
  return <HeadlineLines headline={headline} heading={heading} />;
}
