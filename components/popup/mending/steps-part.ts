import { lazy } from "../../common/lazy.tsx";

/** How a connection is mended: only where one has broken. */
export const stepsPart = lazy(() => import("./MendingSteps.tsx"));
