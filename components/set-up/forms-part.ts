import { lazy } from "../common/lazy.tsx";

/** The forms for a key, which are wanted where none was given yet, or another one is. */
export const formsPart = lazy(() => import("./forms.ts"));
