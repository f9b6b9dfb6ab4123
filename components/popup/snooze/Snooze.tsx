import { useEffect, useId, useReducer, useRef, useState } from "preact/hooks";
import { accountAmong } from "../../../utils/copy/account-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { Icon } from "../../common/Icon.tsx";
import { useCommand } from "../actions/use-command.ts";
import { accountsNow } from "../actions/use-followed.ts";
import { LengthButtons } from "./LengthButtons.tsx";
import { type QuietAccounts, quietAccounts, snoozedText } from "./quiet-accounts.ts";
import "./snooze.css";

/** For how long to be quiet, and of several accounts which. */
export function SnoozeRow({ onDone }: { onDone: () => void }) {
  const [accountId, setAccountId] = useState("");
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => row.current?.querySelector("button")?.focus(), []);
  return (
    <fieldset ref={row} class="snooze-row">
      <legend class="muted small">{t("snooze.legend")}</legend>
      <WhichAccount accountId={accountId} onChange={setAccountId} />
      <LengthButtons
        messageOf={(howLong) => ({ type: "snooze", howLong, ...(accountId !== "" && { accountId }) })}
        onDone={onDone}
      />
    </fieldset>
  );
}

/** @param accountId "" for all */
function WhichAccount({ accountId, onChange }: { accountId: string; onChange: (id: string) => void }) {
  const id = useId();
  const accounts = accountsNow().map(({ account }) => account);
  if (accounts.length < 2) return null;
  return (
    <div class="which">
      <label class="small" for={id}>
        {t("snooze.what")}
      </label>
      <select
        id={id}
        class="input"
        value={accountId}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{t("snooze.everything")}</option>
        {accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {accountAmong(account, accounts)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface Props {
  accounts: readonly StoredAccount[];
  /** One was ended: its bar goes, and with it the button that had the focus. */
  onEnded: () => void;
}

/** That all is quiet, or which accounts are, until when, and a way to end it. */
export function SnoozedBars({ accounts, onEnded }: Props) {
  const bars = quietAccounts(accounts, Date.now());
  const place = useRef<HTMLDivElement>(null);
  const [isEnded, setEnded] = useState(false);
  useEffect(() => {
    if (!isEnded) return;
    setEnded(false);
    place.current?.querySelector("button")?.focus();
  }, [bars.length]);
  return (
    <div ref={place}>
      {bars.map((quiet) => (
        <SnoozedBar
          key={quiet.accountId ?? ""}
          quiet={quiet}
          onEnded={() => {
            setEnded(true);
            onEnded();
          }}
        />
      ))}
    </div>
  );
}

/** It goes by itself when it is over. */
function SnoozedBar({ quiet, onEnded }: { quiet: QuietAccounts; onEnded: () => void }) {
  const { accountId, name, until } = quiet;
  const { busy, failed, run } = useCommand();
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const now = Date.now();

  useEffect(() => {
    const timer = setTimeout(() => drawAgain(undefined), until - Date.now());
    return () => clearTimeout(timer);
  }, [until]);

  async function end() {
    if (await run([{ type: "end-snooze", ...(accountId !== null && { accountId }) }])) onEnded();
  }

  if (now >= until) return null;
  return (
    <div class="snoozed">
      <Icon name="snooze" />
      <p>{snoozedText(quiet, now)}</p>
      <BusyButton busy={busy} busyText={t("snooze.ending")} onPress={end}>
        {name === null ? t("snooze.end") : t("snooze.endFor", [name])}
      </BusyButton>
      {failed && (
        <p role="alert" class="alert small">
          {t("snooze.notStored")}
        </p>
      )}
    </div>
  );
}
