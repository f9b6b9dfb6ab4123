import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import {
  connectionLabel,
  matchCountText,
  rangeText,
  sortText,
} from "../../utils/copy/history/filter-text.ts";
import { t } from "../../utils/copy/i18n.ts";
import { type Filter, namedConnections, RANGES, SORTS } from "../../utils/core/history/filter.ts";
import type { History } from "../../utils/core/model/history.ts";
import "./filters.css";

interface Props {
  history: History;
  filter: Filter;
  onChoose: (filter: Filter) => void;
  /** How many items pass, and of how many. */
  matches: number;
  all: number;
}

/** By sort, connection and time, and how many items pass. */
export function Filters({ history, filter, onChoose, matches, all }: Props) {
  const connections = namedConnections(history);
  return (
    <>
      <div class="filters">
        <Sorts filter={filter} onChoose={onChoose} />
        {connections.length > 0 && (
          <ChoiceField
            label={t("history.connectionFilter")}
            value={filter.about}
            onChoose={(about) => onChoose({ ...filter, about })}
          >
            <option value="all">{t("history.allConnections")}</option>
            <option value="account">{t("history.accountFilter")}</option>
            {connections.map((connection) => (
              <option key={connection.key} value={connection.key}>
                {connectionLabel(connection)}
              </option>
            ))}
          </ChoiceField>
        )}
        <ChoiceField
          label={t("history.rangeFilter")}
          value={String(filter.range)}
          onChoose={(days) =>
            onChoose({ ...filter, range: RANGES.find((range) => String(range) === days) ?? filter.range })
          }
        >
          {RANGES.map((range) => (
            <option key={range} value={String(range)}>
              {rangeText(range)}
            </option>
          ))}
        </ChoiceField>
      </div>
      <p role="status" class="muted small">
        {matchCountText(matches, all)}
      </p>
    </>
  );
}

function Sorts({ filter, onChoose }: Pick<Props, "filter" | "onChoose">) {
  const name = useId();
  return (
    <fieldset class="sorts">
      <legend class="visually-hidden">{t("history.sortFilter")}</legend>
      {SORTS.map((sort) => (
        <label key={sort}>
          <input
            type="radio"
            name={name}
            checked={filter.sort === sort}
            onChange={() => onChoose({ ...filter, sort })}
          />
          <span>{sortText(sort)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ChoiceFieldProps {
  /** Said to those who hear it: the choices say what they are about to those who see them. */
  label: string;
  value: string;
  onChoose: (value: string) => void;
  /** Its options. */
  children: ComponentChildren;
}

/** A select that changes what is shown, and saves nothing. */
export function ChoiceField({ label, value, onChoose, children }: ChoiceFieldProps) {
  return (
    <select
      class="input choice-field"
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {children}
    </select>
  );
}
