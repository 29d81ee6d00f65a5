import {
  achievementOf,
  type CompiledPolicy,
  entitle,
  type ItemAnswer,
  type SubjectCase,
  type WhatIfLine,
  whatIf,
} from '@jince/entitlements';
import type {
  EntitlementChange,
  EntitlementEvent,
  EntitlementState,
  KnownEntitlement,
} from '../repositories/entitlement-repository.ts';

/** Budgets are for claims in turn; an entitlement is what a party would get of right. */
export function withoutBudgets(compiled: CompiledPolicy): CompiledPolicy {
  const { policy } = compiled;
  return {
    ...compiled,
    policy: { ...policy, budgetFen: null, items: policy.items.map((item) => ({ ...item, budgetFen: null })) },
  };
}

export interface FoundLine {
  readonly partyId: string;
  readonly subject: SubjectCase;
  readonly item: string;
  readonly key: string;
  readonly achievedOn: string | null;
  readonly fen: number;
}

export interface Reading {
  readonly asOf: string;
  readonly paidKeys: ReadonlySet<string>;
  /** Parties under a ban: id → what it says. */
  readonly banned: ReadonlyMap<string, string>;
}

const idOf = (one: { partyId: string; item: string; key: string }) => `${one.partyId} ${one.item} ${one.key}`;

/** Entitlements of a whole district by one policy, by party, item and key; without traces. */
export function findAll(
  compiled: CompiledPolicy,
  cases: readonly SubjectCase[],
  reading: Reading,
): Map<string, FoundLine> {
  const paid = new Set([...reading.paidKeys].map(achievementOf));
  const { lines } = whatIf(withoutBudgets(compiled), cases, { asOf: reading.asOf, paidKeys: reading.paidKeys });
  const found = new Map<string, FoundLine>();
  for (const line of lines as readonly WhatIfLine[]) {
    const subject = cases[line.subject] as SubjectCase;
    const item = compiled.items[line.item]?.item.code;
    if (item === undefined || paid.has(achievementOf(line.key))) continue;
    const one = { partyId: subject.id, subject, item, key: line.key, achievedOn: line.achievedOn, fen: line.fen };
    found.set(idOf(one), one);
  }
  return found;
}

/** One subject with every reason; the same facts, the same amounts. */
export function answersOf(compiled: CompiledPolicy, subject: SubjectCase, reading: Reading): ItemAnswer[] {
  return entitle(compiled, subject, { asOf: reading.asOf, paidKeys: reading.paidKeys });
}

export interface Differences {
  readonly fresh: readonly FoundLine[];
  readonly changes: readonly EntitlementChange[];
  readonly events: readonly EntitlementEvent[];
}

interface Standing {
  readonly state: EntitlementState;
  readonly reason: string | null;
}

/** Why what was offered is gone: barred by a precondition, or no longer met. */
function standingOfGone(known: KnownEntitlement, answers: readonly ItemAnswer[] | undefined): Standing {
  const answer = answers?.find((one) => one.item === known.item);
  const barred = answer?.refusals.find((one) => one.code === 'precondition' || one.code === 'unknown');
  if (barred !== undefined) return { state: 'blocked', reason: barred.text };
  const why = answer?.refusals.map((one) => one.text).join('；');
  return { state: 'expired', reason: why === undefined || why === '' ? '登记数据变化，不再符合本条要求' : why };
}

/**
 * What to write so that what is known agrees with what was found: new ones, changed amounts, those gone with the reason
 * and those that came back. Claimed and declined ones stay as people left them.
 * @param compiled to say why; asked only for parties whose entitlements are gone
 */
export function differ(
  known: readonly KnownEntitlement[],
  found: ReadonlyMap<string, FoundLine>,
  compiled: CompiledPolicy,
  cases: ReadonlyMap<string, SubjectCase>,
  reading: Reading,
): Differences {
  const changes: EntitlementChange[] = [];
  const events: EntitlementEvent[] = [];
  const seen = new Set<string>();
  const stepsOf = stepsReader(compiled, reading);
  for (const one of known) {
    const id = idOf({ partyId: one.partyId, item: one.item, key: one.achievementKey });
    seen.add(id);
    if (one.state === 'claimed' || one.state === 'declined') continue;
    const line = found.get(id);
    const ban = reading.banned.get(one.partyId);
    const subject = cases.get(one.partyId);
    const standing: Standing =
      ban !== undefined
        ? { state: 'blocked', reason: ban }
        : line !== undefined
          ? { state: 'offered', reason: null }
          : standingOfGone(one, subject === undefined ? undefined : answersOf(compiled, subject, reading));
    const amountFen = line?.fen ?? one.amountFen;
    if (standing.state === one.state && standing.reason === one.reason && amountFen === one.amountFen) continue;
    const steps = line === undefined ? null : stepsOf(line);
    changes.push({ id: one.id, ...standing, amountFen, factsAsOf: reading.asOf, steps });
    events.push(eventOf(one, standing, amountFen));
  }
  const fresh = [...found].flatMap(([id, line]) => (seen.has(id) ? [] : [line]));
  return { fresh, changes, events };
}

function eventOf(one: KnownEntitlement, to: Standing, amountFen: number): EntitlementEvent {
  const base = { entitlementId: one.id, amountFen };
  if (to.state !== 'offered')
    return { ...base, kind: to.state === 'blocked' ? 'blocked' : 'expired', text: to.reason ?? '' };
  if (one.state !== 'offered') return { ...base, kind: 'returned', text: '重新符合条件' };
  return { ...base, kind: 'changed', text: `金额由${one.amountFen / 100}元变为${amountFen / 100}元` };
}

/** Steps of a line's amount; subjects are asked once each. */
export function stepsReader(compiled: CompiledPolicy, reading: Reading) {
  const asked = new Map<string, ItemAnswer[]>();
  return (line: FoundLine) => {
    const answers = asked.get(line.partyId) ?? answersOf(compiled, line.subject, reading);
    asked.set(line.partyId, answers);
    const award = answers.find((one) => one.item === line.item)?.entitlements.find((one) => one.key === line.key);
    return award?.steps ?? [];
  };
}
