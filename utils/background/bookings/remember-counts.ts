import { report } from "../../browser/report.ts";
import type { Break } from "../../core/bookings/breaks.ts";
import type { Found } from "../../core/bookings/found.ts";
import { countsOf, withBookingsCheck } from "../../core/bookings/sum.ts";
import { statusOf } from "../../core/model/records.ts";
import { commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { isAccountUnchanged, type RequestContext } from "../checks/is-account-unchanged.ts";

/** Remembers how many bookings were found, and when. That it can't be stored must not keep anybody from seeing them. */
export async function rememberCounts(asked: RequestContext, broken: Break, found: Found): Promise<void> {
  const { id } = asked.account;
  try {
    await commit(async () => {
      const status = writableStatus(await readStatus(id));
      if (!status || !(await isAccountUnchanged(asked))) return null;
      const bookingsChecks = withBookingsCheck(status.bookingsChecks, countsOf(found, broken, Date.now()));
      return { set: { [statusOf(id)]: { ...status, bookingsChecks } } };
    });
  } catch (error) {
    report("Counts of bookings could not be stored", error);
  }
}
