import { poll } from "../poll.ts";

/** A connection to a browser over WebDriver BiDi: one command, one answer. */
export interface Bidi {
  /** @throws with the browser's own message when the command fails or is not answered within 30 s. */
  send<T>(method: string, params: object): Promise<T>;
  close(): void;
}

/** A value as BiDi serialises it; only what this driver asks for. */
interface Evaluation {
  type: "success" | "exception";
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

const COMMAND_TIMEOUT_MS = 30_000;

/** @param url the address the browser prints, without a path. */
export async function connectBidi(url: string): Promise<Bidi> {
  const socket = new WebSocket(`${url}/session`);
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  socket.addEventListener("message", (event) => {
    const answer: Answer = JSON.parse(String(event.data));
    if (typeof answer.id !== "number") return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.addEventListener("close", () => {
    for (const settle of waiting.values()) settle({ error: "closed", message: "the browser quit" });
    waiting.clear();
  });
  await poll("the browser's BiDi connection", async () => socket.readyState === WebSocket.OPEN);
  return {
    send<T>(method: string, params: object) {
      const id = ++lastId;
      return new Promise<T>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${method}: no answer within ${COMMAND_TIMEOUT_MS / 1000} s.`));
        }, COMMAND_TIMEOUT_MS);
        waiting.set(id, (answer) => {
          clearTimeout(timer);
          if (answer.error) reject(new Error(`${method}: ${answer.message ?? answer.error}`));
          else resolve(answer.result as T);
        });
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    close: () => socket.close(),
  };
}

interface Answer {
  id?: number;
  result?: unknown;
  error?: string;
  message?: string;
}

/**
 * Runs a function in a browsing context. The result travels as JSON text, which spares both sides BiDi's own format.
 *
 * @param source a function expression; what it returns must survive JSON.
 * @param nodes elements to pass before the other arguments.
 * @throws with the message of what the function threw.
 */
export async function callIn<T>(
  bidi: Bidi,
  context: string,
  source: string,
  args: readonly unknown[] = [],
  nodes: readonly { sharedId: string }[] = [],
): Promise<T> {
  const evaluation = await bidi.send<Evaluation>("script.callFunction", {
    functionDeclaration: `async (args, ...nodes) => JSON.stringify(await (${source})(...nodes, ...JSON.parse(args)))`,
    arguments: [{ type: "string", value: JSON.stringify(args) }, ...nodes],
    awaitPromise: true,
    userActivation: false,
    target: { context },
  });
  if (evaluation.type === "exception")
    throw new Error(evaluation.exceptionDetails?.text ?? "unknown exception");
  const value = evaluation.result?.value;
  return (typeof value === "string" ? JSON.parse(value) : undefined) as T;
}
