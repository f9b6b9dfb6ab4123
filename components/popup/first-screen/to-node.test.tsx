// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { Icon } from "../../common/Icon.tsx";
import { toNodes } from "./to-node.ts";

afterEach(() => {
  document.body.replaceChildren();
});

function Row({ name, isOpen, isLast = false }: { name: string; isOpen: boolean; isLast?: boolean }) {
  return (
    <li class={isOpen ? "row open" : "row"}>
      <button type="button" aria-expanded={isOpen} tabIndex={-1} title={name} onClick={() => {}}>
        {Icon({ name: "chevron" })}
      </button>
      <span>
        {name} {isLast && "last"}
      </span>
      {null}
    </li>
  );
}

const drawn = (
  <>
    <Row name="Family" isOpen={false} />
    <Row name={"<b>&amp;"} isOpen isLast />
    {[1, 2].map((number) => (
      <p key={number} hidden={number === 2}>
        {number}
      </p>
    ))}
  </>
);

test("makes the same elements as the library does", () => {
  const ours = document.createElement("div");
  ours.append(...toNodes(drawn));
  const theirs = document.createElement("div");
  render(drawn, theirs);
  expect(ours.innerHTML).toBe(theirs.innerHTML);
  expect(ours.querySelector("svg")?.namespaceURI).toBe("http://www.w3.org/2000/svg");
});

test("the library goes on with them: none is made anew, and they answer from then on", () => {
  const pressed = vi.fn();
  const app = document.createElement("div");
  const view = (onClick?: () => void) => (
    <button type="button" class="a" onClick={onClick}>
      <i />
      text
    </button>
  );
  app.append(...toNodes(view()));
  const [before, inner] = [app.firstChild, app.querySelector("i")];
  render(view(pressed), app);
  expect(app.firstChild).toBe(before);
  expect(app.querySelector("i")).toBe(inner);
  app.querySelector("button")?.click();
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("what is different by then is put right", () => {
  const app = document.createElement("div");
  app.append(...toNodes(<p class="old">old</p>));
  render(<p class="new">new</p>, app);
  expect(app.innerHTML).toBe('<p class="new">new</p>');
});
