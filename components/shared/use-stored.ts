import { useEffect, useState } from "preact/hooks";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { StoredResult } from "../../utils/pages/stored.ts";

/** What is stored now; draws again at every change. */
export function useStored(open: OpenStored): StoredResult {
  const [result, setResult] = useState(open.first);
  useEffect(() => open.onChange(setResult), [open]);
  return result;
}
