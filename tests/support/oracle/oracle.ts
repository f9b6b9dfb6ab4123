import { judgeList, judgeSelection } from "./account.ts";
import { act } from "./acts.ts";
import { judgeConnections } from "./connections.ts";
import { judgeDestination, readDestination } from "./destination.ts";
import { readEntry } from "./entry.ts";
import { judgeEventTypes } from "./event-types.ts";
import { judgeFlapping } from "./flapping.ts";
import { Judge } from "./judge.ts";
import { type Observation, readLine } from "./line.ts";
import { identify } from "./listed.ts";
import { emptyMemory } from "./memory.ts";
import { advance, expire } from "./month.ts";
import { giveWholeNames } from "./names.ts";
import { keepMarks, settleSelections } from "./presence.ts";
import { print } from "./print.ts";
import { afterFailure, afterGood, afterRejected, countFailure, isOut } from "./schedule.ts";
import { ACCOUNT } from "./subject.ts";
import { succeed } from "./succession.ts";
import { type News, newsOf, newsWithoutAnswer } from "./told.ts";
import { judgeFlags, viewsOf } from "./views.ts";

/**
 * A second, plain and slow reading of what each answer means. It shares no code with the extension, so that a
 * mistake in one of the two shows as a difference.
 */
export class Oracle {
  private readonly memory = emptyMemory();

  /** @returns what the replay has to print for this line of a recording */
  play(text: string): string {
    const line = readLine(text);
    const { at, now } = line;
    let news: News[] = [];
    if ("act" in line) act(this.memory, line.act, now);
    else news = this.observe(line.observation, now);
    return print(this.memory, at, now, news);
  }

  private observe(observation: Observation, now: number): News[] {
    if (observation.type === "good") return this.judge(observation, now);
    return observation.type === "rejected" ? this.reject(now) : this.fail(observation, now);
  }

  private judge({ data, eventTypes }: Extract<Observation, { type: "good" }>, now: number): News[] {
    const { memory } = this;
    const entries = (data.connectedCalendars as unknown[]).map(readEntry);
    const destination = readDestination(data.destinationCalendar);
    const judge = new Judge(memory, now);
    memory.goodAnswers += 1;
    memory.hadConnections = entries.length > 0;
    this.endRow(judge);
    judge.right("key-rejected", ACCOUNT);
    advance(memory, now);
    expire(judge);
    const { listed, unidentified } = identify(memory, entries);
    giveWholeNames(memory, listed);
    const beside = succeed(judge, listed, unidentified);
    judgeConnections(judge, listed, beside, unidentified, memory.remembered);
    settleSelections(memory, listed, now);
    const views = viewsOf(judge, listed, beside);
    keepMarks(memory, listed);
    for (const view of views) judgeFlags(judge, view);
    judgeList(judge, entries.length === 0, listed);
    judgeSelection(judge, views);
    const starting = judgeFlapping(judge);
    judgeEventTypes(judge, eventTypes, views, listed);
    // What is not said any more is hidden first: whether the answer is settled hangs on what stands.
    judge.finish({ except: "destination" });
    judgeDestination(judge, destination, views, listed);
    judge.finish();
    memory.dueAt = now + afterGood(memory, now) * 1000;
    return newsOf(judge, starting);
  }

  private reject(now: number): News[] {
    const judge = new Judge(this.memory, now);
    this.endRow(judge);
    judge.raise("key-rejected", ACCOUNT, "error", "certain").due = true;
    this.memory.dueAt = now + afterRejected() * 1000;
    return newsWithoutAnswer(this.memory, now);
  }

  private fail(failure: Extract<Observation, { type: "failure" }>, now: number): News[] {
    const { memory } = this;
    const before = memory.failures.count;
    countFailure(memory, now);
    if (isOut(memory)) new Judge(memory, now).raise("unreachable", ACCOUNT, "warning", "certain");
    memory.dueAt = now + afterFailure(failure, before, now) * 1000;
    return newsWithoutAnswer(memory, now);
  }

  /** Cal.com has answered: the failures before it are no row any more. */
  private endRow(judge: Judge): void {
    judge.end("unreachable", ACCOUNT);
    this.memory.failures = { count: 0, outage: 0, last: 0 };
  }
}
