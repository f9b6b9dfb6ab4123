import { useState } from "preact/hooks";
import { accountName } from "../../utils/copy/account-name.ts";
import { formatTime } from "../../utils/copy/format-time.ts";
import { listOf, plural, t } from "../../utils/copy/i18n.ts";
import type { AccountsDamage, LostAccount } from "../../utils/core/model/records.ts";
import { send } from "../../utils/messaging/send.ts";
import { BusyButton } from "../common/BusyButton.tsx";
import { useReturnedFocus } from "../common/focus.ts";
import { Question } from "../common/Question.tsx";

interface Props {
  damage: AccountsDamage | undefined;
  /** It was seen, or what is kept was deleted: the note is about to go. */
  onDone?: () => void;
}

/** That the list of accounts was damaged, which accounts it has lost, and what can be done about that. */
export function DamageNote({ damage, onDone = () => {} }: Props) {
  if (!damage) return null;
  return (
    <section class="card damage">
      {damage.lost.length > 0 ? (
        <Lost lost={damage.lost} onDone={onDone} />
      ) : (
        <Repaired at={damage.at} onDone={onDone} />
      )}
    </section>
  );
}

async function forget(onDone: () => void): Promise<boolean> {
  const { ok } = await send({ type: "forget-lost" }).catch(() => ({ ok: false }));
  if (ok) onDone();
  return ok;
}

function Lost({ lost, onDone }: { lost: readonly LostAccount[]; onDone: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(isAsking);
  const names = lost.flatMap(({ label, user }) =>
    user ? accountName({ label, user }) : label?.trim() || [],
  );
  return (
    <>
      <p>{plural("setUp.lost", lost.length)}</p>
      {names.length > 0 && <p class="muted">{t("options.lostAre", [listOf(names)])}</p>}
      {isAsking ? (
        <Question
          question={t("options.deleteLostQuestion")}
          effect={t("options.deleteLostEffect")}
          confirm={t("options.deleteLostConfirm")}
          busyText={t("options.deletingLost")}
          failedText={t("options.notDeletedLost")}
          onConfirm={() => forget(onDone)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <div class="buttons">
          <button ref={opener} type="button" class="button" onClick={() => setAsking(true)}>
            {t("options.deleteLost")}
          </button>
        </div>
      )}
    </>
  );
}

function Repaired({ at, onDone }: { at: number; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  async function press() {
    setBusy(true);
    await forget(onDone);
    setBusy(false);
  }
  return (
    <>
      <p>{t("options.repaired", [formatTime(at, Date.now())])}</p>
      <div class="buttons">
        <BusyButton busy={busy} busyText={t("options.repairedBusy")} onPress={press}>
          {t("options.repairedSeen")}
        </BusyButton>
      </div>
    </>
  );
}
