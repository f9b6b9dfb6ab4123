import { t } from "../../utils/copy/i18n.ts";
import { openSettings } from "../../utils/pages/open-settings.ts";
import type { FieldName } from "./problem-sentence.ts";
import { TextField } from "./TextField.tsx";
import type { Server } from "./use-server.ts";

interface Props {
  server: Server;
  /** Told before the change is made. */
  onType: () => void;
  culprit: FieldName | null;
  alertId: string;
  inPopup: boolean;
}

/** Where a self-hosted Cal.com is. */
export function ServerFields({ server, onType, culprit, alertId, inPopup }: Props) {
  const field = (name: "apiUrl" | "webUrl") => ({
    name,
    value: server.choice[name],
    isLocked: server.isLocked(name),
    onType: (typed: string) => {
      onType();
      server.choose({ [name]: typed });
    },
    problemId: culprit === name ? alertId : null,
  });
  return (
    <>
      <TextField label={t("setUp.apiUrl")} hint={t("setUp.apiUrlHint")} {...field("apiUrl")} />
      <TextField label={t("setUp.webUrl")} hint={t("setUp.webUrlHint")} {...field("webUrl")} />
      {inPopup && (
        // A popup closes when the browser's own question takes the focus away from it.
        <p class="muted small">
          {t("setUp.permissionHint")}{" "}
          <button type="button" class="link" onClick={openSettings}>
            {t("setUp.continueInTab")}
          </button>
        </p>
      )}
    </>
  );
}
