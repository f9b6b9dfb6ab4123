import { useEffect, useState } from "preact/hooks";
import type { Draft } from "../../utils/core/model/records.ts";
import { draftNow, keepDraft, openDraft } from "../../utils/pages/draft.ts";

/** All that is typed in the set-up form but the key, here or where the form was last open. */
export function useDraft(): { draft: Draft; change: (change: Partial<Draft>) => void } {
  const [draft, setDraft] = useState(draftNow);
  useEffect(() => {
    // The popup leads to a tab that may have been open before anything was typed there.
    const adopt = () => openDraft().then(() => setDraft(draftNow()));
    addEventListener("focus", adopt);
    return () => removeEventListener("focus", adopt);
  }, []);
  return {
    draft,
    change(change) {
      keepDraft(change);
      setDraft(draftNow());
    },
  };
}
