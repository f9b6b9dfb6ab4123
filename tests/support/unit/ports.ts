import type { Browser } from "wxt/browser";

type Port = Browser.runtime.Port;
type Listener = (what?: unknown) => void;

interface End {
  port: Port;
  heard: Listener[];
  left: Listener[];
}

/** The two ends of one port, as a browser connects them: what one posts the other hears, in a later turn. */
export function portPair(sender: object) {
  let name = "";
  let open = true;
  const page = end(() => worker);
  const worker = end(() => page);

  function end(other: () => End): End {
    const heard: Listener[] = [];
    const left: Listener[] = [];
    const port = {
      get name() {
        return name;
      },
      sender,
      onMessage: { addListener: (listener: Listener) => heard.push(listener) },
      onDisconnect: { addListener: (listener: Listener) => left.push(listener) },
      postMessage(message: unknown) {
        if (!open) throw new Error("Attempting to use a disconnected port object");
        queueMicrotask(() => {
          for (const listener of other().heard) listener(structuredClone(message));
        });
      },
      disconnect() {
        open = false;
        for (const listener of other().left) listener();
      },
    };
    return { port: port as unknown as Port, heard, left };
  }

  return {
    page: page.port,
    /** @returns the worker's end */
    open(called: string): Port {
      name = called;
      return worker.port;
    },
    isOpen: () => open,
    /** How many the worker has on its end. */
    listeners: () => worker.heard.length + worker.left.length,
  };
}
