import { t } from "../../../utils/copy/i18n.ts";
import type { SuspectedText } from "../../../utils/screen/problems/suspected-text.ts";
import { Icon } from "../../common/Icon.tsx";

interface Props {
  suspected: SuspectedText;
  /** The ids of its lines' elements, by which the popup is opened for one of them. */
  idOf?: (index: number) => string | undefined;
}

/** What is looked at again: it is over or a problem in a minute, so there is nothing to press. */
export function Suspected({ suspected: { lines, more }, idOf }: Props) {
  return (
    <div class="suspected" tabIndex={-1}>
      <Icon name="again" />
      <div>
        {lines.map((text, index) => (
          <p key={idOf?.(index) ?? text} id={idOf?.(index)}>
            {text}
          </p>
        ))}
        {more !== null && <p>{more}</p>}
        <p class="small">{t("problems.suspected")}</p>
      </div>
    </div>
  );
}
