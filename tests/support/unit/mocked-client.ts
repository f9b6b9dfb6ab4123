import { vi } from "vitest";
import { fetchCalendars, fetchEventTypes, fetchMe } from "../../../utils/cal-api/client.ts";
import type { MeResult } from "../../../utils/cal-api/me.ts";
import type { ConnectForm } from "../../../utils/messaging/commands.ts";
import { allowHosts, anAccount, goodAnswer, KEY, NOW } from "./world.ts";

/** What Cal.com says of a key of Dana's. */
export const DANAS_KEY: MeResult = { kind: "me", me: anAccount().user };

/** The form of an account on Cal.com's own servers. */
export const us: ConnectForm = { key: KEY, region: "us", apiUrl: "", webUrl: "", keyIn: "local" };

/** The form of an account on a server of one's own. */
export const own = (apiUrl = "https://cal.example.org"): ConnectForm => ({
  ...us,
  region: "self-hosted",
  apiUrl,
});

/**
 * What is around Cal.com's client, which the test has mocked with `vi.mock`: every key is that person's, every answer with
 * calendars is a good one, event types are not offered, every host is allowed. The clock stands still.
 */
export function aroundClient(me: MeResult = DANAS_KEY): void {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
  allowHosts();
  vi.mocked(fetchMe).mockReset().mockResolvedValue(me);
  vi.mocked(fetchCalendars).mockReset().mockResolvedValue(goodAnswer());
  vi.mocked(fetchEventTypes)
    .mockReset()
    .mockResolvedValue({ kind: "problem", problem: "notOffered", retryAfterSeconds: null });
}
