import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";

/** A part of a page that is not among what has to be there before anything is drawn. */
export interface Lazy<Part> {
  /** @throws when it can't be loaded */
  load(): Promise<Part>;
  /** The part, once it was wanted and is there. It stays, so that nothing said or focused in it is lost. */
  useLoaded(isWanted?: boolean): Part | "missing" | null;
}

export function lazy<Part extends object>(fetchPart: () => Promise<Part>): Lazy<Part> {
  let part: Part | null = null;
  async function load(): Promise<Part> {
    part ??= await fetchPart();
    return part;
  }
  return {
    load,
    useLoaded(isWanted = true) {
      const [loaded, setLoaded] = useState<Part | "missing" | null>(part);
      useEffect(() => {
        if (isWanted && !loaded) load().then(setLoaded, () => setLoaded("missing"));
      }, [isWanted, loaded]);
      return loaded === "missing" && !isWanted ? null : loaded;
    },
  };
}

interface Props<Part> {
  part: Lazy<Part>;
  isWanted?: boolean;
  draw: (part: Part) => VNode;
}

/** Draws a part in its place once it is there; says so there when it can't be loaded. */
export function LazyPart<Part>({ part, isWanted, draw }: Props<Part>) {
  const loaded = part.useLoaded(isWanted);
  return loaded === "missing" ? <PartMissing /> : loaded && draw(loaded);
}

export function PartMissing() {
  return (
    <div role="alert" class="alert missing">
      <p>{t("part.missing")}</p>
      {/* WHY [reload]: a browser may keep it that a module could not be loaded for as long as the page lives. */}
      <button type="button" class="button" onClick={() => location.reload()}>
        {t("part.loadAgain")}
      </button>
    </div>
  );
}
