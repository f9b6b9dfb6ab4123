import { t } from "../../../utils/copy/i18n.ts";
import { Icon } from "../../common/Icon.tsx";

interface Props {
  typed: string;
  onType?: (field: HTMLInputElement) => void;
  /** Said of what is left of the list; "" while nothing is typed. */
  said: string;
  /** Whether that is for all to see, and not only to hear. */
  isSaidAloud: boolean;
}

/** The field that narrows the list of calendars. */
export function FilterBox({ typed, onType, said, isSaidAloud }: Props) {
  return (
    <>
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
          {...(onType && { onInput: ({ currentTarget }) => onType(currentTarget) })}
        />
      </div>
      <p role="status" class={isSaidAloud ? "no-match muted" : "visually-hidden"}>
        {said}
      </p>
    </>
  );
}
