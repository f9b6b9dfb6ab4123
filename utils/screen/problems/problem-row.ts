import { accountName } from "../../copy/account-name.ts";
import { t } from "../../copy/i18n.ts";
import type { Copy } from "../../copy/problems/copy.ts";
import type { MessageOf } from "../../messaging/commands.ts";
import { mendingView } from "../mending/mending-view.ts";
import type { Card, FixButton, MendingContext } from "./fix.ts";

/** The one button of a row. */
export type RowButton =
  | { does: "act"; label: string; button: FixButton }
  /** A link into the web app, which the worker opens, to see afterwards what came of it. */
  | { does: "connect"; label: string; href: string; message: MessageOf<"reconnect"> }
  | { does: "link"; label: string; href: string }
  /** Opens the row, where there is more to choose or to read first. */
  | { does: "open"; label: string };

export interface ProblemRowView {
  /** What is wrong; where the headline says that already, what it does to bookings. */
  title: string;
  /** What it does to bookings, or which calendars it is about; null where that is the title. */
  effect: string | null;
  button: RowButton | null;
}

/**
 * A problem as a row of two lines.
 * @param headline what stands above all problems
 * @param withAccount whether it has to be told whose problem it is
 */
export function problemRow(card: Card, headline: string, withAccount: boolean): ProblemRowView {
  const { account, copy, names, whose } = card;
  const second = [withAccount ? accountName(account) : null, whose, names ?? copy.effect]
    .filter((part) => part !== null)
    .join(" · ");
  const isSaid = copy.what === headline;
  return { title: isSaid ? second : copy.what, effect: isSaid ? null : second, button: buttonOf(card) };
}

function buttonOf({ copy, fix, level }: Card): RowButton | null {
  if (fix.mending) return stepButton(fix.mending);
  const [button] = fix.buttons;
  if (button && !isOnlyAccepting(button)) return { does: "act", label: button.short ?? button.label, button };
  if (fix.choices.length > 0) return { does: "open", label: t("problems.choose") };
  if (copy.replaceKey) return { does: "open", label: t("problems.replaceKey") };
  if (isConnecting(copy.link) && copy.link)
    return { does: "link", label: t("problems.connect"), href: copy.link.href };
  // What is only worth a look has that for a title.
  return level === "notice" ? null : { does: "open", label: t("problems.look") };
}

/** The next of the steps in which a connection is mended. */
export function stepButton(mending: MendingContext): RowButton | null {
  const { next, connect } = mendingView(mending);
  switch (next) {
    case "connect":
      return connect.href === null
        ? { does: "open", label: t("problems.look") }
        : {
            does: "connect",
            label: t("reconnect.button"),
            href: connect.href,
            message: connect.message,
          };
    case "remove":
      return { does: "open", label: t("problems.remove") };
    case "restore":
      return { does: "open", label: t("problems.putBack") };
    case null:
      return { does: "open", label: t("problems.look") };
  }
}

/** To keep what is wrong is no way to mend it that a row should lead with. */
function isOnlyAccepting({ message }: FixButton): boolean {
  return message.type === "keep-destination";
}

function isConnecting(link: Copy["link"]): boolean {
  return link?.label === t("link.connect");
}

/** Somebody who has begun to mend it goes on where they were: the row is open from the start. */
export function isOpenAtFirst(mending: MendingContext): boolean {
  const { next } = mendingView(mending);
  return next === "remove" || next === "restore";
}
