import { accountAtApp, appName } from "../../copy/app-name.ts";
import { t } from "../../copy/i18n.ts";
import { reconnectPlace } from "../../core/actions/reconnect-place.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { type MendingSteps, stepsOf } from "../../core/mending/steps-of.ts";
import type { Mending } from "../../core/model/mending.ts";
import type { ConnectionSubject, connectionSubject } from "../../core/model/subject.ts";
import { placeUrl } from "../../core/web-app-places.ts";
import type { MessageOf } from "../../messaging/commands.ts";
import { administratorText, becameOf } from "../problems/connection-fix.ts";
import type { FixContext, MendingContext } from "../problems/fix.ts";
import { connectHints } from "./connect-hints.ts";
import { goesSentence } from "./plan-sentence.ts";
import { mendingFor, wereSetIn } from "./remembered.ts";
import { type RestoreStepView, restoreStep } from "./restore-step.ts";
import type { StepState } from "./step-state.ts";

export interface ConnectStepView {
  state: StepState;
  hints: string[];
  /** Where in the web app; null where nobody can be led there. */
  href: string | null;
  message: MessageOf<"reconnect">;
  /** To be sent to an administrator, who alone can act. */
  administratorText: string | null;
  /** What became of connecting it again. */
  becameOf: string | null;
}

export interface RemoveStepView {
  state: StepState;
  message: MessageOf<"remove-connection">;
  /** How it is removed, once it may be. */
  way: { by: "here"; question: string; effect: string } | { by: "web-app"; href: string | null } | null;
}

/** What there is to do about a broken connection, step by step. */
export interface MendingView {
  app: string;
  connect: ConnectStepView;
  /** null where there is nothing to remove. */
  remove: RemoveStepView | null;
  /** null where it is not remembered how everything was. */
  restore: RestoreStepView | null;
  next: "connect" | "remove" | "restore" | null;
}

export function mendingView({ context, connection }: MendingContext): MendingView {
  const { mending, isRemembered } = mendingFor(context, connection);
  const steps = stepsOf(mending, context.state);
  const { connect, remove, restore } = steps;
  const isNext = { connect, remove, restore: isRemembered ? restore : null };
  const names = ["connect", "remove", "restore"] as const;
  return {
    app: appName(mending),
    connect: connectStep(context, connection, steps, isRemembered),
    remove: removeStep(context, connection, mending, steps),
    restore: isRemembered ? restoreStep(context, connection, mending, steps) : null,
    next: names.find((name) => isNext[name]?.state === "next") ?? null,
  };
}

function connectStep(
  context: FixContext,
  subject: ConnectionSubject,
  { connect }: MendingSteps,
  isRemembered: boolean,
): ConnectStepView {
  const { account, state, now } = context;
  const connection = connectionOf(state, subject);
  const byAdministrator = connect.how === "administrator";
  const last = context.reconnections.findLast((one) => sameConnection(one, subject));
  const isGone = connection?.condition !== "broken";
  return {
    state: connect.state === "done" ? "done" : "next",
    hints: connectHints(account, connection, subject, { ...connect, isRemembered }),
    href: byAdministrator ? null : placeUrl(account.webUrl, reconnectPlace(state, subject)),
    message: { type: "reconnect", accountId: account.id, connection: subject },
    administratorText: byAdministrator && connection ? administratorText(context, connection) : null,
    becameOf: last && connect.state !== "done" ? becameOf(last, isGone, now) : null,
  };
}

function removeStep(
  context: FixContext,
  subject: ConnectionSubject,
  mending: Mending,
  { remove }: MendingSteps,
): RemoveStepView | null {
  const { account, state } = context;
  const message = { type: "remove-connection", accountId: account.id, connection: subject } as const;
  switch (remove.state) {
    case "notNeeded":
      return null;
    case "done":
      // It was mended where it is, or was gone before anything stood for it.
      return mending.removed && mending.successor !== null ? { state: "done", message, way: null } : null;
    case "later":
      return mending.removed ? null : { state: "later", message, way: null };
    case "next":
      break;
  }
  if (remove.how !== "here") {
    const place = { page: "installed", slug: mending.appSlug } as const;
    return { state: "next", message, way: { by: "web-app", href: placeUrl(account.webUrl, place) } };
  }
  const connection = connectionOf(state, subject);
  const whose = connection && accountAtApp(connection);
  const app = appName(mending);
  return {
    state: "next",
    message,
    way: {
      by: "here",
      question: t("mending.remove.question", [whose ? t("mending.remove.named", [app, whose]) : app]),
      effect: goesSentence(wereSetIn(context, mending)),
    },
  };
}

function sameConnection(one: Parameters<typeof connectionSubject>[0], other: ConnectionSubject): boolean {
  return (
    one.integration === other.integration &&
    one.credentialId === other.credentialId &&
    one.delegationCredentialId === other.delegationCredentialId
  );
}
