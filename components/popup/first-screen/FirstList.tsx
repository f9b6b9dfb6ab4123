import type { ScreenConnection, ScreenList } from "../../../utils/screen/screen-list.ts";
import { AccountHead } from "../calendars/AccountHead.tsx";
import { CalendarLine } from "../calendars/CalendarLine.tsx";
import { ConnectionHead, ConnectionNotes } from "../calendars/ConnectionHead.tsx";
import { FilterBox } from "../calendars/FilterBox.tsx";
import { ListSection } from "../calendars/ListSection.tsx";

/** The calendars as far down as they can be seen. */
export function FirstList({ list: { accounts, total, isFiltered } }: { list: ScreenList }) {
  let rows = 0;
  return (
    <ListSection total={total}>
      {isFiltered && <FilterBox typed="" said="" isSaidAloud={false} />}
      {accounts.map(({ name, place, isStale, empty, connections }, at) => (
        <section key={at} class={isStale ? "account stale" : "account"}>
          {place !== null && <AccountHead account={{ name, place }} />}
          {connections.length === 0 && <p class="muted note">{empty}</p>}
          {connections.map((connection) => {
            const before = rows;
            rows += connection.rows.length;
            return <FirstConnection key={connection.anchor} connection={connection} before={before} />;
          })}
        </section>
      ))}
    </ListSection>
  );
}

/** @param before how many calendars stand above it */
function FirstConnection({ connection, before }: { connection: ScreenConnection; before: number }) {
  const { anchor, state, rows, notes, isCaptioned } = connection;
  return (
    <section id={anchor} class={`connection connection-${state}`}>
      <ConnectionHead connection={connection} isCaptioned={isCaptioned} />
      {rows.length > 0 && (
        <ul>
          {rows.map((row, at) =>
            CalendarLine({
              row,
              nameId: `calendar-${before + at + 1}`,
              wanted: row.wanted === "unread" ? null : row.wanted,
            }),
          )}
        </ul>
      )}
      <ConnectionNotes notes={notes} />
    </section>
  );
}
