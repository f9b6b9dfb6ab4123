import { useEffect, useState } from "preact/hooks";

/** A part of the popup that most popups do not show: it is not among what has to be there before anything is drawn. */
export interface Later<Part> {
  load(): Promise<Part>;
  /** The part, once it was wanted and is there. It stays, so that nothing said or focused in it is lost. */
  useLoaded(isWanted?: boolean): Part | null;
}

export function later<Part extends object>(fetchPart: () => Promise<Part>): Later<Part> {
  let part: Part | null = null;
  async function load(): Promise<Part> {
    part ??= await fetchPart();
    return part;
  }
  return {
    load,
    useLoaded(isWanted = true) {
      const [loaded, setLoaded] = useState(part);
      useEffect(() => {
        if (isWanted && !loaded) load().then(setLoaded);
      }, [isWanted, loaded]);
      return loaded;
    },
  };
}
