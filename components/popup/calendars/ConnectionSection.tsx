import { t } from "../../../utils/copy/i18n.ts";
import type { ConnectionView } from "../../../utils/screen/calendars/list.ts";
import { AppGlyph } from "../../common/AppGlyph.tsx";
import { Icon } from "../../common/Icon.tsx";
import { CalendarRow } from "./CalendarRow.tsx";

interface Props {
  accountId: string;
  connection: ConnectionView;
  /** The first with switches: what they are for stands above them. */
  isCaptioned: boolean;
  /** How many of its calendars are drawn by now. */
  limit: number;
}

/** One connection with its calendars. */
export function ConnectionSection({ accountId, connection, isCaptioned, limit }: Props) {
  const { anchor, app, details, state, notes, calendars, type } = connection;
  return (
    <section id={anchor} class={`connection connection-${state}`}>
      <div class="connection-head">
        <AppGlyph type={type} />
        <div class="connection-names">
          <h3 class="cut" tabIndex={-1} title={app}>
            {app}
          </h3>
          {details.map((detail) => (
            <p key={detail} class="muted cut" title={detail}>
              {detail}
            </p>
          ))}
        </div>
        <ConnectionState state={state} />
        {isCaptioned && (
          <span class="caption muted small" aria-hidden="true">
            {t("action.select")}
          </span>
        )}
      </div>
      {calendars.length > 0 && (
        <ul>
          {calendars.slice(0, limit).map((calendar) => (
            <CalendarRow key={calendar.id} accountId={accountId} view={calendar} />
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <p key={note} class="muted small note">
          {note}
        </p>
      ))}
    </section>
  );
}

const LOOKS = { broken: "error", missing: "warning", checking: "muted" } as const;

function ConnectionState({ state }: Pick<ConnectionView, "state">) {
  if (state === "healthy") return null;
  return (
    <span class={`connection-state ${LOOKS[state]}`}>
      <Icon name={state === "checking" ? "again" : "broken"} />
      {t(`list.${state}`)}
    </span>
  );
}
