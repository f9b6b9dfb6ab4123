import { useId } from "preact/hooks";
import { REGIONS, type Region } from "../../utils/cal-api/server.ts";
import { regionName } from "../../utils/copy/account-name.ts";
import { t } from "../../utils/copy/i18n.ts";
import { LockedNote } from "../common/Icon.tsx";

interface Props {
  region: Region;
  isLocked: boolean;
  onChange: (region: Region) => void;
}

/** Where the account lives. */
export function RegionField({ region, isLocked, onChange }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("setUp.region")}</label>
      <select
        id={id}
        class="input"
        name="region"
        value={region}
        disabled={isLocked}
        aria-describedby={isLocked ? `${id}-lock` : undefined}
        onChange={(event) => onChange(event.currentTarget.value as Region)}
      >
        {REGIONS.map((name) => (
          <option key={name} value={name}>
            {regionName(name)}
          </option>
        ))}
      </select>
      {isLocked && <LockedNote id={`${id}-lock`} />}
    </div>
  );
}
