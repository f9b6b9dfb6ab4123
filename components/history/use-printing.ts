import { useEffect, useState } from "preact/hooks";

/** Whether the page is being printed, also by the browser's own menu, and a function that prints it. */
export function usePrinting(): [isPrinting: boolean, print: () => void] {
  const [isPrinting, setPrinting] = useState(false);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  // WHY [effect]: by then all of it is drawn. `print` itself leaves no time to.
  useEffect(() => {
    if (!isAsked) return;
    setAsked(false);
    window.print();
  }, [isAsked]);
  return [isPrinting || isAsked, () => setAsked(true)];
}
