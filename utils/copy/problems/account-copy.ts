import type { Rejection } from "../../cal-api/observation.ts";
import { mainCalendar } from "../../core/calendars/use-of.ts";
import { t } from "../i18n.ts";
import { subjectName } from "../names.ts";
import { type Context, type Copy, type CopyOf, copy, linkTo } from "./copy.ts";
import { failureSentence, outageText } from "./failure-sentence.ts";

export const ACCOUNT_COPY: CopyOf<"account"> = {
  "key-rejected": keyRejectedCopy,
  unreachable: unreachableCopy,
  "no-connections": noConnectionsCopy,
  "nothing-selected": nothingSelectedCopy,
};

function keyRejectedCopy(context: Context): Copy {
  const rejection: Rejection = context.state.rejection ?? "invalid";
  const said = {
    what: t(`problem.keyRejected.${rejection}`),
    effect: t("problem.effect.unwatched"),
    consequence: t("problem.keyRejected.consequence"),
    todo: t(`problem.keyRejected.${rejection}Todo`),
  };
  // The key is good there.
  if (rejection === "licence") return copy(said);
  const link = linkTo(context, t("link.apiKeys"), { page: "api-keys" });
  return copy({ ...said, link, replaceKey: true });
}

function unreachableCopy(context: Context): Copy {
  const { lastFailure } = context.state;
  const reason = failureSentence(context);
  return copy({
    what: outageText(context.state, context.now),
    effect: t("problem.effect.unwatched"),
    consequence: t("problem.unreachable.consequence"),
    // Of a device that is offline the reason itself says when it goes on.
    todo: lastFailure?.reason === "offline" ? reason : t("problem.unreachable.todo", [reason]).trim(),
  });
}

function noConnectionsCopy(context: Context): Copy {
  return copy({
    what: t("problem.noConnections.what"),
    effect: t("problem.effect.unallocated"),
    consequence: t("problem.noConnections.consequence"),
    todo: t("problem.noConnections.todo"),
    link: linkTo(context, t("link.connect"), { page: "calendars" }),
  });
}

function nothingSelectedCopy(context: Context): Copy {
  const main = mainCalendar(context.state);
  const name = main && subjectName(context.state, main);
  return copy({
    what: t("problem.nothingSelected.what"),
    effect: t("problem.effect.noneChecked"),
    consequence: t("problem.nothingSelected.consequence"),
    todo: name === null ? t("problem.nothingSelected.todo") : t("problem.nothingSelected.todoMain", [name]),
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}
