/** Told to the root of the page once what is drawn in it answers by itself. */
export const ALIVE = "alive";

/**
 * What is pressed or typed before anything answers is not lost: it is kept, and done again as soon as the page is alive. The library
 * goes on with the same elements, so they are still there then.
 */
export function keepEarlyDeeds(app: HTMLElement): void {
  const pressed: Element[] = [];
  // The library gives a field its own value first.
  const typed = new Map<HTMLInputElement, string>();
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (event.target instanceof Element) pressed.push(event.target);
  };
  const onInput = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) typed.set(target, target.value);
  };
  const onAlive = () => {
    app.removeEventListener("click", onClick, true);
    app.removeEventListener("input", onInput, true);
    for (const [field, value] of typed) {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const element of pressed)
      element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  };
  app.addEventListener("click", onClick, true);
  app.addEventListener("input", onInput, true);
  app.addEventListener(ALIVE, onAlive, { once: true });
}
