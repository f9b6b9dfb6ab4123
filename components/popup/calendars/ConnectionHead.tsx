import { t } from "../../../utils/copy/i18n.ts";
import type { ConnectionView } from "../../../utils/screen/calendars/list.ts";
import { AppGlyph } from "../../common/AppGlyph.tsx";
import { Icon } from "../../common/Icon.tsx";

interface Props {
  connection: Pick<ConnectionView, "app" | "details" | "state" | "type">;
  /** The first with switches: what they are for stands above them. */
  isCaptioned: boolean;
}

/** Which connection it is that the calendars below are of, and how it is. */
export function ConnectionHead({ connection: { app, details, state, type }, isCaptioned }: Props) {
  return (
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

/** What there is to know about a connection, below its calendars. */
export function ConnectionNotes({ notes }: Pick<ConnectionView, "notes">) {
  return (
    <>
      {notes.map((note) => (
        <p key={note} class="muted small note">
          {note}
        </p>
      ))}
    </>
  );
}
