import { fakeBrowser } from "wxt/testing/fake-browser";

const { action, alarms, contextMenus, notifications, permissions, storage } = fakeBrowser;

type Call = (...args: unknown[]) => Promise<unknown>;

/** All that a check asks the browser for, and waits for. */
const ASKED = [
  [storage.local, ["get", "set", "remove"]],
  [storage.session, ["get", "set", "remove"]],
  [storage.managed, ["get"]],
  [action, ["setBadgeText", "setBadgeBackgroundColor", "setBadgeTextColor", "setTitle", "setIcon"]],
  [alarms, ["get", "create", "clear"]],
  [notifications, ["create", "clear", "getAll"]],
  [permissions, ["contains", "getAll"]],
  [contextMenus, ["removeAll"]],
] as unknown as [Record<string, Call>, string[]][];

const FOR_EVER = new Promise<never>(() => {});

/** A worker that a browser ends at one of the moments at which it waits. */
export interface Death {
  /** Whether it has come. */
  isDead(): boolean;
  /** How many calls there were until then. */
  calls(): number;
  /** What else the worker waits for, to be counted among its calls. */
  counted<Args extends unknown[], Result>(
    call: (...args: Args) => Promise<Result>,
  ): (...args: Args) => Promise<Result>;
  /** From now on the browser's calls are counted. */
  begin(): void;
  /** Gives the browser back to the next worker. */
  bury(): void;
}

/**
 * From the call with this number on nothing is answered any more.
 * @param isHeard whether the browser still does what that call asks for
 */
export function dieAt(number: number, isHeard: boolean): Death {
  let calls = 0;
  let isDead = false;
  const counted =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (isDead) return FOR_EVER;
      if (calls++ < number) return call(...args);
      isDead = true;
      if (isHeard) await call(...args);
      return FOR_EVER;
    };
  let givesBack: (() => void)[] = [];
  return {
    isDead: () => isDead,
    calls: () => calls,
    counted,
    begin: () => {
      givesBack = ASKED.flatMap(([api, names]) => names.map((name) => replace(api, name, counted)));
    },
    bury: () => {
      for (const giveBack of givesBack) giveBack();
    },
  };
}

/** @returns what puts the call back */
function replace(api: Record<string, Call>, name: string, by: (call: Call) => Call): () => void {
  const call = api[name] as Call;
  api[name] = by(call.bind(api));
  return () => {
    api[name] = call;
  };
}
