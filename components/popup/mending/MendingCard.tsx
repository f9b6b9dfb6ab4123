import { accountWho } from "../../../utils/copy/account-name.ts";
import { accountAtApp, appName } from "../../../utils/copy/app-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { connectionOf } from "../../../utils/core/calendars/find.ts";
import { mendingOf } from "../../../utils/core/mending/find.ts";
import { connectionKey } from "../../../utils/core/model/subject.ts";
import { Icon } from "../../common/Icon.tsx";
import { BookingsMeanwhile } from "../bookings/BookingsMeanwhile.tsx";
import { meanwhileIn } from "../bookings/meanwhile.ts";
import type { MendingContext } from "../problems/fix.ts";
import type { Acknowledging } from "../problems/use-acknowledging.ts";
import { MendingSteps } from "./MendingSteps.tsx";

interface Props {
  mending: MendingContext;
  /** Whether it has to be told whose it is. */
  withAccount: boolean;
  marking: Acknowledging;
}

/** A connection that works again, or another one in its place, while not everything is as it was. */
export function MendingCard({ mending, withAccount, marking }: Props) {
  const { context, connection } = mending;
  const { account, state, mendings } = context;
  const of = mendingOf(mendings, connection);
  if (!of) return null;
  const home = connectionOf(state, of.successor ?? of);
  const places = [home ? accountAtApp(home) : null, withAccount ? accountWho(account) : null].filter(
    (place) => place !== null,
  );
  const meanwhile = meanwhileIn(context, connection);
  const id = `mending-${account.id}-${connectionKey(connection)}`;
  const heading = t("mending.heading", [appName(of)]);
  return (
    <article id={id} class="problem problem-mending" aria-labelledby={`${id}-what`} data-leaving>
      <Icon name="again" />
      <div class="problem-text">
        <h3 id={`${id}-what`} tabIndex={-1} title={heading}>
          {heading}
        </h3>
        {places.map((place) => (
          <p key={place} class="muted cut" title={place}>
            {place}
          </p>
        ))}
        <MendingSteps mending={mending} place={id} describedBy={`${id}-what`} marking={marking} />
        {meanwhile && <BookingsMeanwhile {...meanwhile} />}
      </div>
    </article>
  );
}
