import fc from "fast-check";
import { expect, test, vi } from "vitest";
import {
  AGAIN,
  aMendingWorld,
  breakOld,
  type MendingWorld,
  storedMending,
  storedSteps,
} from "../../../../tests/support/unit/mending-world.ts";
import { removeConnection } from "./remove-connection.ts";
import { restoreEverything } from "./restore-everything.ts";

vi.mock("../../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

const STEPS = ["add", "remove-here", "remove-in-web-app", "put-back", "look"] as const;
type Step = (typeof STEPS)[number];

const isConnected = ({ cal }: MendingWorld, id: number | null) =>
  cal.world.users[0]?.connections.some(({ credentialId }) => credentialId === id) === true;

async function take(step: Step, world: MendingWorld): Promise<void> {
  const { cal, old, look } = world;
  const first = old.credentialId;
  // What Cal.com no longer has can be neither added again nor removed.
  if (step === "add" && isConnected(world, first) && !isConnected(world, AGAIN)) {
    cal.control({ action: "add-again", credentialId: first, newCredentialId: AGAIN });
  }
  if (step === "remove-here") await removeConnection("a1", old);
  if (step === "remove-in-web-app" && isConnected(world, first) && isConnected(world, AGAIN)) {
    cal.control({ action: "disconnect", credentialId: first, as: "web-app" });
  }
  if (step === "put-back") await restoreEverything("a1", old);
  if (step === "look") await look();
}

/** As a person goes on who does what is to be done next. */
async function finish(world: MendingWorld): Promise<void> {
  await take("add", world);
  await world.look();
  if ((await storedSteps(world))?.remove.state === "next") await removeConnection("a1", world.old);
  if ((await storedSteps(world))?.restore.state === "next") await restoreEverything("a1", world.old);
}

test.each(["google_calendar", "office365_calendar"])(
  "%s ends exactly as before, in whatever order things are done, here or in the web app",
  async (type) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { maxLength: 7 }), async (steps) => {
        const world = await aMendingWorld(type);
        try {
          await breakOld(world);
          for (const step of steps) await take(step, world);
          await finish(world);
          expect(world.now()).toEqual(world.before);
          expect(await storedMending(world)).toMatchObject({ ended: "as-before", notPutBack: [] });
          expect(world.removals()).toBeLessThanOrEqual(1);
        } finally {
          await world.cal.close();
        }
      }),
      { numRuns: 12 },
    );
  },
  120_000,
);
