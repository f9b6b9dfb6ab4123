import { t } from "../../../utils/copy/i18n.ts";
import { Icon } from "../../shared/Icon.tsx";
import "./filter.css";

/** Narrows the list of calendars while one types. */
export function FilterField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  return (
    <div class="filter">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        aria-label={t("list.filter")}
        placeholder={t("list.filterHint")}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  );
}
