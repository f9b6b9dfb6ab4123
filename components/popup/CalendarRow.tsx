import { Component } from "preact";
import { Icon, type IconName } from "../common/Icon.tsx";
import type { FlagKind } from "./model/flags.ts";
import type { CalendarView } from "./model/list.ts";

const FLAG_ICONS: Record<FlagKind, IconName> = {
  primary: "star",
  destination: "destination",
  notSelected: "off",
  readOnly: "lock",
  lastKnown: "past",
};

interface Props {
  view: CalendarView;
}

/**
 * One calendar. There may be thousands: so it is a class, which alone can say that it need not be drawn again, and its
 * icons are called as functions, which spares a component each.
 */
export class CalendarRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    return next.view !== this.props.view;
  }

  override render({ view }: Props) {
    return (
      <li class={view.lastKnown ? "calendar last-known" : "calendar"}>
        {Icon({ name: view.mark })}
        <span class="calendar-text">
          <span class="calendar-name cut" title={view.name}>
            {view.name}
          </span>
          {view.flags.length > 0 && (
            <span class="flags">
              {view.flags.map(({ kind, word }) => (
                <span key={kind} class={`flag flag-${kind}`}>
                  {Icon({ name: FLAG_ICONS[kind] })}
                  {word}
                </span>
              ))}
            </span>
          )}
        </span>
      </li>
    );
  }
}
