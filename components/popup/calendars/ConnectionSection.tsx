import type { ConnectionView } from "../../../utils/screen/calendars/list.ts";
import { CalendarRow } from "./CalendarRow.tsx";
import { ConnectionHead, ConnectionNotes } from "./ConnectionHead.tsx";

interface Props {
  accountId: string;
  connection: ConnectionView;
  /** The first with switches: what they are for stands above them. */
  isCaptioned: boolean;
  /** How many of its calendars are drawn by now. */
  limit: number;
}

/** One connection with its calendars. */
export function ConnectionSection({ accountId, connection, isCaptioned, limit }: Props) {
  const { anchor, state, notes, calendars } = connection;
  return (
    <section id={anchor} class={`connection connection-${state}`}>
      <ConnectionHead connection={connection} isCaptioned={isCaptioned} />
      {calendars.length > 0 && (
        <ul>
          {calendars.slice(0, limit).map((calendar) => (
            <CalendarRow key={calendar.id} accountId={accountId} view={calendar} />
          ))}
        </ul>
      )}
      <ConnectionNotes notes={notes} />
    </section>
  );
}
