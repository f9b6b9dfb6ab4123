import { lazy } from "../common/lazy.tsx";

/** The form for another key, which is wanted where one is refused or forgotten. */
export const formsPart = lazy(() => import("./forms.ts"));
