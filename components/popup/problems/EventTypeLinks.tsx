import { plural } from "../../../utils/copy/i18n.ts";
import type { Copy } from "../../../utils/copy/problems/copy.ts";
import { WebLink } from "../../common/WebLink.tsx";
import "./event-types.css";

interface Props {
  links: readonly NonNullable<Copy["link"]>[];
  /** How many there are besides. */
  more: number;
}

/** The event types that a card stands for, each with the page where it is edited. */
export function EventTypeLinks({ links, more }: Props) {
  return (
    <ul class="event-types">
      {links.map((link) => (
        <li key={link.href}>
          <WebLink {...link} />
        </li>
      ))}
      {more > 0 && <li class="muted">{plural("problems.andMore", more)}</li>}
    </ul>
  );
}
