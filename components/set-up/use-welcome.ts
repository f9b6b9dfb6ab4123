import { useState } from "preact/hooks";

/**
 * Whether the page welcomes: it begins without an account, and goes on until the person has seen what came of connecting one.
 * @returns also what ends it
 */
export function useWelcome(accounts: number): [isWelcoming: boolean, end: () => void] {
  const [isWelcoming, setWelcoming] = useState(accounts === 0);
  // After the last account was removed it begins anew.
  if (accounts === 0 && !isWelcoming) setWelcoming(true);
  return [isWelcoming, () => setWelcoming(false)];
}
