import type { Finding, FindingKind } from "../../core/model/finding.ts";
import type { Subject } from "../../core/model/subject.ts";
import * as account from "./account-copy.ts";
import * as calendar from "./calendar-copy.ts";
import * as connection from "./connection-copy.ts";
import type { Context, Copy } from "./copy.ts";
import * as destination from "./destination-copy.ts";

/** What is wrong, what it does to bookings and what to do, for one finding. */
export function problemCopy(context: Context, finding: Finding): Copy {
  switch (finding.kind) {
    case "key-rejected":
      return account.keyRejectedCopy(context);
    case "unreachable":
      return account.unreachableCopy(context);
    case "no-connections":
      return account.noConnectionsCopy(context);
    case "nothing-selected":
      return account.nothingSelectedCopy(context);
    case "connection-error":
      return connection.connectionErrorCopy(context, about("connection", finding));
    case "connection-gone":
      return connection.connectionGoneCopy(context, about("connection", finding));
    case "connection-unchecked":
      return connection.connectionUncheckedCopy(context, about("connection", finding));
    case "flapping":
      return connection.flappingCopy(context, about("connection", finding));
    case "calendar-gone":
      return calendar.calendarGoneCopy(context, about("calendar", finding));
    case "selection-lost":
      return calendar.selectionLostCopy(context, about("calendar", finding), finding);
    case "not-selected":
      return calendar.notSelectedCopy(context, about("calendar", finding));
    case "read-only":
      return calendar.readOnlyCopy(context, about("calendar", finding));
    case "destination-missing":
      return destination.destinationMissingCopy(context);
    case "destination-changed":
      return destination.destinationChangedCopy(context);
    case "destination-broken":
      return destination.destinationBrokenCopy(context);
    case "destination-read-only":
      return destination.destinationReadOnlyCopy(context);
    default:
      return unknownKind(finding.kind);
  }
}

function about<T extends Subject["type"]>(type: T, finding: Finding): Extract<Subject, { type: T }> {
  if (finding.subject.type !== type) {
    throw new TypeError(`A finding ${finding.kind} is about a ${type}, not about ${finding.subject.type}.`);
  }
  return finding.subject as Extract<Subject, { type: T }>;
}

function unknownKind(kind: never): never;
function unknownKind(kind: FindingKind): never {
  throw new TypeError(`There is no finding of the kind ${kind}.`);
}
