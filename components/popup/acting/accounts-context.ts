import { createContext } from "preact";
import type { StoredAccount } from "../../../utils/pages/stored.ts";

/** All that is stored, for parts within rows that are not drawn again with it. */
export const AccountsContext = createContext<readonly StoredAccount[]>([]);
