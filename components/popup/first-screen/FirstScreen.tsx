import { t } from "../../../utils/copy/i18n.ts";
import type { Screen } from "../../../utils/screen/screen.ts";
import { ListEndBar } from "../calendars/ListEndBar.tsx";
import { CheckButton } from "../footer/CheckButton.tsx";
import { FooterBar } from "../footer/FooterBar.tsx";
import { HeadlineLines } from "../headline/HeadlineLines.tsx";
import { StripBar } from "../strip/StripBar.tsx";
import { FirstList } from "./FirstList.tsx";
import { FirstProblems } from "./FirstProblems.tsx";

/**
 * The popup as it is drawn first: of the same parts as what goes on with it a moment later, and of nothing that reads, waits or answers.
 */
export function FirstScreen({ screen: { headline, strip, problems, list, footer } }: { screen: Screen }) {
  return (
    <>
      <Unsaid />
      <main>
        <Unsaid />
        <HeadlineLines headline={headline} />
        <StripBar strip={strip} />
        {problems && (
          <>
            <Unsaid />
            <FirstProblems problems={problems} />
          </>
        )}
        <FirstList list={list} />
      </main>
      <FooterBar text={footer} check={<CheckButton />} />
      <ListEndBar>
        <button type="button" class="button quiet small">
          {t("footer.copyDetails")}
        </button>
      </ListEndBar>
    </>
  );
}

/** Where something will be said to those who hear the page. */
function Unsaid() {
  return <p role="status" class="visually-hidden" />;
}
