/** WebDriver's code points for keys that produce no character. */
const CODE_POINTS: Readonly<Record<string, string>> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
};

interface KeyAction {
  type: "keyDown" | "keyUp";
  value: string;
}

/** The presses and releases that type a text, one character after the other. */
export function typingActions(text: string): KeyAction[] {
  return [...text].flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
}

/** The press and release of one key, by the name `KeyboardEvent.key` gives it. @throws when the name is unknown. */
export function keyActions(key: string): KeyAction[] {
  const value = CODE_POINTS[key] ?? key;
  if ([...value].length !== 1) throw new Error(`There is no key "${key}".`);
  return typingActions(value);
}
