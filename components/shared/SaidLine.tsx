import { PinHint } from "./PinHint.tsx";
import type { Said } from "./use-said.ts";

/** What was just done, and what came of it. */
export function SaidLine({ said, result }: { said: Said; result?: string | null }) {
  const isConnected = said.about === "connected";
  return (
    <>
      <p role="status" class={said.sentence === "" ? "heard" : "said"}>
        {said.sentence}
        {isConnected && result && <span class="result">{result}</span>}
      </p>
      {isConnected && <PinHint />}
    </>
  );
}
