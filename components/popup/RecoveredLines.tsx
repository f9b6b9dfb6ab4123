import { t } from "../../utils/words.ts";
import { Icon } from "../common/Icon.tsx";

/** What became of making a connection anew, where it went well: its problem is gone, and says nothing any more. */
export function RecoveredLines({ apps }: { apps: readonly string[] }) {
  return (
    <p role="status" class={apps.length === 0 ? "heard" : "recovered"}>
      {apps.map((app, index) => (
        <span key={`${index} ${app}`}>
          <Icon name="check" />
          {t("reconnect.recovered", [app])}
        </span>
      ))}
    </p>
  );
}
