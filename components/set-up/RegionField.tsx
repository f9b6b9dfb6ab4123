import { useId } from "preact/hooks";
import { REGIONS, type Region } from "../../utils/cal-api/server.ts";
import { regionName } from "../../utils/telling/account-name.ts";
import { t } from "../../utils/words.ts";

/** Where the account lives. */
export function RegionField({ region, onChange }: { region: Region; onChange: (region: Region) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("setUp.region")}</label>
      <select
        id={id}
        class="input"
        name="region"
        value={region}
        onChange={(event) => onChange(event.currentTarget.value as Region)}
      >
        {REGIONS.map((name) => (
          <option key={name} value={name}>
            {regionName(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
