import { Component } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import { scopeOf } from "../../../utils/core/actions/request.ts";
import type { ActionMessage } from "../../../utils/messaging/action-message.ts";
import type { CalendarView } from "../../../utils/screen/calendars/list.ts";
import { IN_LIST } from "../../../utils/screen/problems/fix.ts";
import { LazyPart } from "../../common/lazy.tsx";
import { type ActionState, actionState, followAction, requestAction } from "../actions/pending-actions.ts";
import { rowPart } from "../lazy-parts.ts";
import { CalendarLine } from "./CalendarLine.tsx";

let rows = 0;

interface Props {
  accountId: string;
  view: CalendarView;
}

interface State {
  isOpen: boolean;
  acting: ActionState;
}

/**
 * One calendar. There may be thousands: so it is a class, which alone can say that it need not be drawn again, and its
 * line is called as a function, which spares a component each.
 */
export class CalendarRow extends Component<Props, State> {
  readonly #about = scopeOf(selection(this.props, true));
  /** No id is made of a calendar's own, which may be a secret address. */
  readonly #nameId = `calendar-${++rows}`;
  #unfollow = () => {};

  override state: State = { isOpen: false, acting: actionState(this.#about) };

  override componentDidMount(): void {
    this.#unfollow = followAction(this.#about, () => this.setState({ acting: actionState(this.#about) }));
  }

  override componentWillUnmount(): void {
    this.#unfollow();
  }

  override shouldComponentUpdate(next: Props, state: State): boolean {
    const { isOpen, acting } = this.state;
    return isOpen !== state.isOpen || acting !== state.acting || !isSameRow(next.view, this.props.view);
  }

  override render({ accountId, view }: Props, { isOpen, acting: { reason, place } }: State) {
    const note = place === IN_LIST ? reason : null;
    return CalendarLine({
      row: view,
      nameId: this.#nameId,
      isOpen,
      wanted: this.#wanted(),
      onLine: this.#openByRow,
      onMore: this.#toggle,
      onSwitch: this.#turn,
      children: [
        (note || view.wanted === "unread") && (
          <LazyPart key="note" part={rowPart} draw={({ RowNote }) => <RowNote reason={note} />} />
        ),
        isOpen && (
          <LazyPart
            key="panel"
            part={rowPart}
            draw={({ RowPanel }) => (
              <RowPanel accountId={accountId} calendar={view.subject} nameId={this.#nameId} />
            )}
          />
        ),
      ],
    });
  }

  /** What is asked for and not known to be so yet; null when nothing is. */
  #wanted(): boolean | null {
    const { asked, answer } = this.state.acting;
    const { wanted } = this.props.view;
    if (answer && asked) return asked.type === "select-calendar";
    return wanted === "unread" ? null : wanted;
  }

  #toggle = () => this.setState(({ isOpen }) => ({ isOpen: !isOpen }));

  /** A click anywhere opens or closes the row, unless it is for a control in it, or ends the marking of a name to be copied. */
  #openByRow = ({ target, currentTarget }: MouseEvent) => {
    const part = (target as Element).closest("button, a, p, .row-panel, .calendar");
    if (part === currentTarget && getSelection()?.isCollapsed !== false) this.#toggle();
  };

  #turn = () => {
    const { name, isSelected, isAlong } = this.props.view;
    if (this.#wanted() !== null || isAlong) return;
    requestAction(
      selection(this.props, !isSelected),
      IN_LIST,
      t(isSelected ? "action.unselected" : "action.selected", [name]),
    );
  };
}

function selection({ accountId, view }: Props, selected: boolean): ActionMessage {
  const type = selected ? "select-calendar" : "unselect-calendar";
  return { type, accountId, calendar: view.subject };
}

/** Whether two views of one calendar are drawn alike: every change of the store makes new ones of all calendars. */
function isSameRow(a: CalendarView, b: CalendarView): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.isSelected === b.isSelected &&
      a.isAlong === b.isAlong &&
      a.wanted === b.wanted &&
      a.lastKnown === b.lastKnown &&
      a.flags.length === b.flags.length &&
      a.flags.every(({ kind }, index) => kind === b.flags[index]?.kind))
  );
}
