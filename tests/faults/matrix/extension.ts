import type { Fault } from "./fault.ts";
import { duringCheck } from "./network.ts";

const withdraw: Fault["begin"] = ({ browser }) => browser.setHostAccess(false);
const giveBack: Fault["begin"] = ({ browser }) => browser.setHostAccess(true);

const access: Omit<Fault, "group">[] = [
  { name: "the hosts are withdrawn, and given back later", begin: withdraw, end: giveBack, quick: true },
  {
    name: "the hosts are withdrawn and given back at once",
    async begin(ground) {
      await withdraw(ground);
      await giveBack(ground);
    },
  },
  {
    name: "the hosts are withdrawn while an answer is under way",
    begin: (ground) => duringCheck(ground, () => ground.browser.setHostAccess(false)),
    end: giveBack,
  },
  {
    name: "the hosts are withdrawn while the worker is stopped",
    async begin(ground) {
      await ground.browser.stopWorker();
      await withdraw(ground);
    },
    end: giveBack,
  },
];

/** In Chromium the build is that of 0.1.0, so what is loaded after the fault is a step back or an update to it. */
const VERSION = "0.1.0";

const extension: Omit<Fault, "group">[] = [
  {
    name: "the extension is switched off and on",
    async begin({ browser }) {
      await browser.setEnabled(false);
      await browser.setEnabled(true);
    },
    quick: true,
  },
  {
    name: "the extension is switched off while an answer is under way",
    begin: (ground) =>
      duringCheck(ground, async () => {
        await ground.browser.setEnabled(false);
        await ground.browser.setEnabled(true);
      }),
  },
  {
    name: "the extension is updated",
    begin: ({ browser }) => browser.loadVersion("0.2.0"),
    end: ({ browser }) => browser.loadVersion(VERSION),
    quick: true,
  },
  {
    name: "the extension is updated while an answer is under way",
    begin: (ground) => duringCheck(ground, () => ground.browser.loadVersion("0.3.0")),
    end: ({ browser }) => browser.loadVersion(VERSION),
  },
  {
    name: "the extension goes back to an earlier version",
    begin: ({ browser }) => browser.loadVersion("0.0.9"),
    end: ({ browser }) => browser.loadVersion(VERSION),
  },
  {
    name: "the extension is updated and goes back at once",
    async begin({ browser }) {
      await browser.loadVersion("0.4.0");
      await browser.loadVersion(VERSION);
    },
  },
  { name: "the browser is started again", begin: ({ browser }) => browser.restart() },
  {
    name: "the browser is started again while an answer is under way",
    begin: (ground) => duringCheck(ground, () => ground.browser.restart()),
  },
];

export const ACCESS: Fault[] = access.map((fault) => ({ ...fault, group: "access" }));
export const EXTENSION: Fault[] = extension.map((fault) => ({ ...fault, group: "extension" }));
