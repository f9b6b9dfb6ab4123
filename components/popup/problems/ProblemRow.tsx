import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import type { Level } from "../../../utils/core/model/finding.ts";
import type { ProblemRowView, RowButton } from "../../../utils/screen/problems/problem-row.ts";
import { ActionButton } from "../actions/ActionButton.tsx";
import { ActionLink } from "../actions/ActionLink.tsx";
import { LinkButton, OpenButton, ProblemHead } from "./ProblemHead.tsx";
import type { Acknowledging } from "./use-acknowledging.ts";

/** Which rows are open, by their keys. */
export interface OpenRows {
  isOpen(rowKey: string, atFirst: boolean): boolean;
  toggle(rowKey: string, isOpen: boolean): void;
  /** Whether all problems are shown, and not only the first few. */
  isAllShown: boolean;
  showAll(isAllShown: boolean): void;
}

interface Props {
  /** Of its element. */
  id: string;
  /** The same as long as it is the same row, also when one of several that it stands for goes. */
  rowKey: string;
  /** `mending`: works again, but not everything is as it was. */
  look: Level | "mending";
  row: ProblemRowView;
  /** The first of all: its button is the one to press. */
  isFirst: boolean;
  isOpenAtFirst?: boolean;
  rows: OpenRows;
  marking: Acknowledging;
  /** What the row opens for. */
  children: (isReplacingKey: boolean) => ComponentChildren;
}

/** One problem in two lines, with the one thing to do about it; it opens for all else. */
export function ProblemRow({
  id,
  rowKey,
  look,
  row,
  isFirst,
  isOpenAtFirst = false,
  rows,
  marking,
  children,
}: Props) {
  const { title, effect, button } = row;
  // What was open stays so when its next step is another one: why a step was refused stands in it.
  const wasOpenAtFirst = useRef(false);
  wasOpenAtFirst.current ||= isOpenAtFirst;
  const isOpen = rows.isOpen(rowKey, wasOpenAtFirst.current);
  const [byButton, setByButton] = useState(false);
  const toggle = (isByButton: boolean) => {
    setByButton(isByButton);
    rows.toggle(rowKey, !isOpen);
  };
  // Once it is open, what it was opened for stands below.
  const isButtonShown = button !== null && !(isOpen && (button.does === "open" || button.does === "connect"));
  return (
    <ProblemHead
      id={id}
      look={look}
      title={title}
      effect={effect}
      isOpen={isOpen}
      onLines={() => getSelection()?.isCollapsed !== false && toggle(false)}
    >
      {isButtonShown && (
        <MainButton
          button={button}
          about={title}
          place={id}
          isFirst={isFirst}
          marking={marking}
          onOpen={() => toggle(true)}
        />
      )}
      {isOpen && <div class="problem-rest">{children(byButton)}</div>}
    </ProblemHead>
  );
}

interface ButtonProps {
  button: RowButton;
  about: string;
  place: string;
  isFirst: boolean;
  marking: Acknowledging;
  onOpen: () => void;
}

function MainButton({ button, about, place, isFirst, marking, onOpen }: ButtonProps) {
  const look = isFirst ? { look: "main" as const } : {};
  const describedBy = `${place}-what`;
  switch (button.does) {
    case "act": {
      const { message, done, title, also } = button.button;
      return (
        <span class="problem-button">
          <ActionButton
            message={message}
            done={done}
            place={place}
            title={title ?? button.button.label}
            also={also}
            describedBy={describedBy}
            about={about}
            onBegin={marking.begin}
            {...look}
          >
            {button.label}
          </ActionButton>
        </span>
      );
    }
    case "connect":
      return (
        <span class="problem-button">
          <ActionLink
            href={button.href}
            message={button.message}
            done={t("reconnect.done")}
            place={place}
            describedBy={describedBy}
            about={about}
            onBegin={marking.begin}
            {...look}
          >
            {button.label}
          </ActionLink>
        </span>
      );
    case "link":
      return <LinkButton label={button.label} href={button.href} about={about} isFirst={isFirst} />;
    case "open":
      return <OpenButton label={button.label} about={about} isFirst={isFirst} onOpen={onOpen} />;
  }
}
