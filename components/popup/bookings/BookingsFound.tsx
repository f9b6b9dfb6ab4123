import { useState } from "preact/hooks";
import { plural, t } from "../../../utils/copy/i18n.ts";
import { reasonSentence } from "../../../utils/copy/reason-sentence.ts";
import type { ActionProblem } from "../../../utils/core/actions/problem.ts";
import type { Found } from "../../../utils/core/bookings/found.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import { BookingItem } from "./BookingItem.tsx";
import { headingOf, restOf } from "./bookings-text.ts";
import type { Look } from "./use-bookings.ts";
import "./bookings.css";

interface Props {
  look: Look;
  account: Account;
}

/** What came of looking for bookings. It is there before it has something to say, so that it is heard. */
export function BookingsFound({ look, account }: Props) {
  const found = look.state === "over" ? look.found : null;
  const problem = look.state === "refused" ? look : found?.problem ? { problem: found.problem } : null;
  return (
    <>
      {found && !isFailed(found) && <FoundView found={found} account={account} />}
      {problem && (
        <p role="alert" class="alert small">
          {problemText(problem.problem)}
        </p>
      )}
    </>
  );
}

/** It came to nothing at all, so that only the reason is to be told. */
function isFailed({ problem, looked }: Found): boolean {
  return problem !== null && looked === 0;
}

function problemText(problem: ActionProblem | null): string {
  return problem === null ? t("bookings.ended") : reasonSentence(problem);
}

/** Of what is shown at first: the soonest. */
const SHOWN = 10;

function FoundView({ found, account }: { found: Found; account: Account }) {
  const [areAllShown, showAll] = useState(false);
  const { missing } = found;
  const shown = areAllShown ? missing : missing.slice(0, SHOWN);
  const isCalm = missing.length === 0;
  return (
    <div class="bookings-found">
      <div role="status">
        <p class={isCalm ? "" : "bookings-heading"}>{headingOf(found)}</p>
        {isCalm && <Rest found={found} />}
      </div>
      {!isCalm && (
        <ul class="bookings">
          {shown.map((booking) => (
            <BookingItem key={booking.uid} booking={booking} accountId={account.id} />
          ))}
        </ul>
      )}
      {shown.length < missing.length && (
        <button type="button" class="button" onClick={() => showAll(true)}>
          {plural("problems.more", missing.length - shown.length)}
        </button>
      )}
      {!isCalm && <Rest found={found} />}
    </div>
  );
}

function Rest({ found }: { found: Found }) {
  const sentences = restOf(found);
  if (sentences.length === 0) return null;
  return (
    <ul class="bookings-rest muted small">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
