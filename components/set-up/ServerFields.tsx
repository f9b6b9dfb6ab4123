import { openSettings } from "../../utils/pages/open-settings.ts";
import { t } from "../../utils/words.ts";
import type { FieldName } from "./problem-sentence.ts";
import { TextField } from "./TextField.tsx";

export interface Addresses {
  apiUrl: string;
  webUrl: string;
}

interface Props {
  addresses: Addresses;
  onChange: (addresses: Addresses) => void;
  culprit: FieldName | null;
  alertId: string;
  inPopup: boolean;
}

/** Where a self-hosted Cal.com is. */
export function ServerFields({ addresses, onChange, culprit, alertId, inPopup }: Props) {
  return (
    <>
      <TextField
        name="apiUrl"
        label={t("setUp.apiUrl")}
        hint={t("setUp.apiUrlHint")}
        value={addresses.apiUrl}
        onType={(apiUrl) => onChange({ ...addresses, apiUrl })}
        problemId={culprit === "apiUrl" ? alertId : null}
      />
      <TextField
        name="webUrl"
        label={t("setUp.webUrl")}
        hint={t("setUp.webUrlHint")}
        value={addresses.webUrl}
        onType={(webUrl) => onChange({ ...addresses, webUrl })}
        problemId={culprit === "webUrl" ? alertId : null}
      />
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
