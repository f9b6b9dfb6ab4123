import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { connectionLabel, kindText, matchCountText } from "../../utils/copy/history/filter-text.ts";
import { t } from "../../utils/copy/i18n.ts";
import {
  type Filter,
  type KindOfChange,
  namedConnections,
  OTHER_KINDS,
} from "../../utils/core/history/filter.ts";
import type { History } from "../../utils/core/model/history.ts";
import { FINDING_KINDS } from "../../utils/core/model/kinds.ts";
import "../set-up/set-up.css";

interface Props {
  history: History;
  filter: Filter;
  onChoose: (filter: Filter) => void;
  /** How many entries pass. */
  matches: number;
}

/** By connection and by kind, and how many entries pass. */
export function Filters({ history, filter, onChoose, matches }: Props) {
  return (
    <>
      <div class="filters">
        <ChoiceField
          label={t("history.connectionFilter")}
          value={filter.about}
          onChoose={(about) => onChoose({ ...filter, about })}
        >
          <option value="all">{t("history.allConnections")}</option>
          <option value="account">{t("history.accountFilter")}</option>
          {namedConnections(history).map((connection) => (
            <option key={connection.key} value={connection.key}>
              {connectionLabel(connection)}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField
          label={t("history.kindFilter")}
          value={filter.kind}
          onChoose={(kind) => onChoose({ ...filter, kind: kind as Filter["kind"] })}
        >
          <option value="all">{t("history.allKinds")}</option>
          <KindGroup label={t("history.otherKinds")} kinds={OTHER_KINDS} />
          <KindGroup label={t("history.findingKinds")} kinds={FINDING_KINDS} />
        </ChoiceField>
      </div>
      <p role="status" class="muted small">
        {matchCountText(matches, history.entries.length)}
      </p>
    </>
  );
}

function KindGroup({ label, kinds }: { label: string; kinds: readonly KindOfChange[] }) {
  return (
    <optgroup label={label}>
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {kindText(kind)}
        </option>
      ))}
    </optgroup>
  );
}

interface ChoiceFieldProps {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  /** Its options. */
  children: ComponentChildren;
}

/** A labelled select that changes what is shown, and saves nothing. */
export function ChoiceField({ label, value, onChoose, children }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
