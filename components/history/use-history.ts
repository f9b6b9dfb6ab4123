import { useEffect, useState } from "preact/hooks";
import { type OpenHistory, openHistory } from "../../utils/pages/open-history.ts";

/** The history of one account; null until it is read. Draws again at every change. */
export function useHistory(accountId: string): OpenHistory | null {
  const [open, setOpen] = useState<OpenHistory | null>(null);
  useEffect(() => openHistory(accountId, setOpen), [accountId]);
  return open;
}
