import { ConnectionSection } from "./ConnectionSection.tsx";
import type { AccountView } from "./list.ts";

interface Props {
  account: AccountView;
  /** One of several: its name is what to find one's way by. */
  isOneOfMany: boolean;
  /** How many of its calendars are drawn by now. */
  limit: number;
}

/** One account with its connections. */
export function AccountSection({ account, isOneOfMany, limit }: Props) {
  const { id, name, place, connections, empty, isStale } = account;
  const withSwitches = connections.find(({ calendars }) => calendars.some(({ lastKnown }) => !lastKnown));
  let before = 0;
  return (
    <section class={isStale ? "account stale" : "account"}>
      <h2 class={isOneOfMany ? "account-head" : "account-head muted small"}>
        <span class="cut" title={name}>
          {name}
        </span>
        <span class="cut muted small" title={place}>
          {place}
        </span>
      </h2>
      {connections.length === 0 && <p class="muted note">{empty}</p>}
      {connections.map((connection) => {
        const left = Math.max(0, limit - before);
        before += connection.calendars.length;
        return (
          <ConnectionSection
            key={connection.id}
            accountId={id}
            connection={connection}
            isCaptioned={connection === withSwitches}
            limit={left}
          />
        );
      })}
    </section>
  );
}
