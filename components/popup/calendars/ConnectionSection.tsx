import { t } from "../../../utils/copy/i18n.ts";
import { AppGlyph } from "../../common/AppGlyph.tsx";
import { Icon } from "../../common/Icon.tsx";
import { CalendarRow } from "./CalendarRow.tsx";
import type { ConnectionView } from "./list.ts";

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
  const { app, details, state, notes, calendars, type } = connection;
  return (
    <section class={`connection connection-${state}`}>
      <div class="connection-head">
        <AppGlyph type={type} />
        <div class="connection-names">
          <h3 class="cut" title={app}>
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

function ConnectionState({ state }: Pick<ConnectionView, "state">) {
  switch (state) {
    case "healthy":
      return null;
    case "broken":
      return <Word icon="broken" look="error" word={t("list.broken")} />;
    case "missing":
      return <Word icon="broken" look="warning" word={t("list.missing")} />;
    case "checking":
      return <Word icon="again" look="muted" word={t("list.checkingAgain")} />;
  }
}

function Word({ icon, look, word }: { icon: "broken" | "again"; look: string; word: string }) {
  return (
    <span class={`connection-state ${look}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
