import { namesIn } from "../../../copy/history/names.ts";
import { timeOf } from "../../../core/clock.ts";
import { appendToOutbox } from "../../../core/findings/outbox.ts";
import { actOf } from "../../../core/keep-set-up/act-of.ts";
import type { Automatic, AutomaticChange } from "../../../core/model/automatic.ts";
import type { StatusRecord } from "../../../core/model/records.ts";
import { type ConnectionId, connectionKey } from "../../../core/model/subject.ts";

type Everything = Extract<AutomaticChange, { what: "everything" }>;

/** That everything of this connection is being put back without the person; null when it is not, or the person asked for it. */
export function actUnderWay({ underWay }: Automatic, connection: ConnectionId): Everything | null {
  if (underWay?.what !== "everything" || connectionKey(underWay) !== connectionKey(connection)) return null;
  return underWay;
}

/** It is over, whatever came of it. */
export function withoutAct(status: StatusRecord, connection: ConnectionId): StatusRecord {
  if (!actUnderWay(status.automatic, connection)) return status;
  return { ...status, automatic: { ...status.automatic, underWay: null } };
}

/** It is done, and is to be told if it was done without the person. */
export function withActTold(status: StatusRecord, connection: ConnectionId): StatusRecord {
  const act = actUnderWay(status.automatic, connection);
  if (!act) return status;
  const told = [actOf(act, namesIn([status.state]))];
  return { ...status, outbox: appendToOutbox(status.outbox, [], timeOf(status, Date.now()), told) };
}
