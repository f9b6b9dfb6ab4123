export { RowFocus } from "./calendars/RowFocus.tsx";
export { Keyboard } from "./keyboard/Keyboard.tsx";

import { offerAfterActions } from "./undo/offer-after-actions.ts";

export { TestAll } from "./testing/TestAll.tsx";
export { UndoBar } from "./undo/UndoBar.tsx";

offerAfterActions();
