import { accountWho } from "../../../utils/copy/account-name.ts";
import { accountAtApp, shortAppName } from "../../../utils/copy/app-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { connectionOf } from "../../../utils/core/calendars/find.ts";
import { mendingOf } from "../../../utils/core/mending/find.ts";
import type { MendingWithEffects } from "../../../utils/screen/problems/fix.ts";
import { meanwhileIn } from "../../../utils/screen/problems/meanwhile.ts";
import { isOpenAtFirst, stepButton } from "../../../utils/screen/problems/problem-row.ts";
import { BookingsMeanwhile } from "../bookings/BookingsMeanwhile.tsx";
import { LazySteps } from "../mending/LazySteps.tsx";
import { type CardProps, Effects } from "./ProblemCard.tsx";
import { ProblemRow } from "./ProblemRow.tsx";

interface Props extends CardProps {
  mending: MendingWithEffects;
  isFirst: boolean;
}

/** A connection that works again, or another one in its place, while not everything is as it was. */
export function MendingCard({ mending, isFirst, ...ofCards }: Props) {
  const { withAccount, headline, marking, rows } = ofCards;
  const { context, connection, elementId: id } = mending;
  const { account, state, mendings } = context;
  const of = mendingOf(mendings, connection);
  if (!of) return null;
  const home = connectionOf(state, of.successor ?? of);
  const places = [home ? accountAtApp(home) : null, withAccount ? accountWho(account) : null].filter(
    (place) => place !== null,
  );
  const meanwhile = meanwhileIn(context, connection);
  const app = shortAppName(of);
  return (
    <ProblemRow
      id={id}
      rowKey={id}
      look="mending"
      row={{
        title: mending.title === headline ? t("mending.steps", [app]) : mending.title,
        effect: places.join(" · ") || null,
        button: stepButton(mending),
      }}
      isFirst={isFirst}
      isOpenAtFirst={isOpenAtFirst(mending)}
      rows={rows}
      marking={marking}
    >
      {() => (
        <>
          <LazySteps mending={mending} place={id} describedBy={`${id}-what`} marking={marking} />
          {meanwhile && <BookingsMeanwhile {...meanwhile} />}
          <Effects effects={mending.effects} {...ofCards} />
        </>
      )}
    </ProblemRow>
  );
}
