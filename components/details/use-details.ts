import { useEffect, useState } from "preact/hooks";
import { type OpenedDetails, openDetails } from "../../utils/pages/open-details.ts";

/** What was read when the view was opened; null until it is there. */
export function useDetails(): OpenedDetails | "notRead" | null {
  const [details, setDetails] = useState<OpenedDetails | "notRead" | null>(null);
  useEffect(() => {
    openDetails().then(setDetails, () => setDetails("notRead"));
  }, []);
  return details;
}
