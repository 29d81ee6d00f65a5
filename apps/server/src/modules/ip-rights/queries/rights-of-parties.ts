import { addMonths, daysBetween } from '@jince/calendar';
import { hasLaw, lawNumber, lawNumbers } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { toDay } from '../../../platform/register-index/index.ts';
import type { CountBy, NextStep, RightCounts, RightsPort } from '../../parties/index.ts';
import { patentKindLabels, patentStatusLabels, trademarkStatusLabels } from '../labels.ts';
import {
  countOtherRightsOfParty,
  countPatentsOfParty,
  countTrademarksOfParty,
  type DueRight,
  listDuePatents,
  listExpiringTrademarks,
  usesOfMentions,
} from '../repositories/rights-of-party.ts';
import { patentIndex } from './patent-index.ts';
import { trademarkIndex } from './trademark-index.ts';

/** Statuses in which a mark is a valid right; in the grace period it still can be renewed and has not ended. */
export const VALID_TRADEMARK = ['registered', 'grace'] as const;

type Counts = { -readonly [K in keyof RightCounts]: number };

/**
 * Valid Chinese rights per party on a day: patents in force, inventions among them, marks (number and class) registered
 * or in grace. A right with several holders counts for each of them; parties without any are left out.
 */
export async function countRightsByParty(ctx: Ctx, asOf: string): Promise<ReadonlyMap<string, RightCounts>> {
  const day = toDay(asOf);
  const counts = new Map<string, Counts>();
  const of = (id: string): Counts => {
    let own = counts.get(id);
    if (own === undefined) {
      own = { patents: 0, inventions: 0, trademarks: 0 };
      counts.set(id, own);
    }
    return own;
  };
  const patents = await patentIndex.get(ctx);
  const { parties, statusCodes } = patents.rights;
  const granted = statusCodes.number('granted');
  const china = patents.country.number('CN');
  const invention = patents.kind.number('invention');
  for (let row = 0; row < patents.size; row++) {
    if (patents.country.at(row) !== china || patents.rights.statusAt(row, day) !== granted) continue;
    for (const n of parties.at(row, patents.size)) {
      const own = of(parties.codes.codes[n] as string);
      own.patents += 1;
      if (patents.kind.at(row) === invention) own.inventions += 1;
    }
  }
  const marks = await trademarkIndex.get(ctx);
  const valid = marks.rights.statusCodes.matching((code) => VALID_TRADEMARK.includes(code as never));
  const chinese = marks.country.number('CN');
  for (let row = 0; row < marks.size; row++) {
    if (marks.country.at(row) !== chinese || valid[marks.rights.statusAt(row, day)] !== 1) continue;
    for (const n of marks.rights.parties.at(row, marks.size))
      of(marks.rights.parties.codes.codes[n] as string).trademarks += 1;
  }
  return counts;
}

/** {@link countRightsByParty} for some parties; those without a valid right are there with zeros. */
export async function countRightsOfParties(
  ctx: Ctx,
  partyIds: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, RightCounts>> {
  const all = await countRightsByParty(ctx, asOf);
  return new Map(partyIds.map((id) => [id, all.get(id) ?? { patents: 0, inventions: 0, trademarks: 0 }]));
}

/** What a party holds on a day, by kind and status, and what it has to do next about it. */
export async function rightsOfParty(ctx: Ctx, partyId: string, asOf: string) {
  const { db, district, language } = ctx;
  const patents = await countPatentsOfParty(db, district, partyId, asOf);
  const marks = await countTrademarksOfParty(db, district, partyId, asOf);
  const other = await countOtherRightsOfParty(db, district, partyId, asOf);
  const patentBars = patents.map(({ kind, status, count }): CountBy => {
    const label = `${patentKindLabels[kind]?.[language] ?? kind} · ${patentStatusLabels[status]?.[language] ?? status}`;
    return { code: `${kind}.${status}`, label, count };
  });
  const byStatus = new Map<string, number>();
  for (const { status, count } of marks) byStatus.set(status, (byStatus.get(status) ?? 0) + count);
  const markBars = [...byStatus].map(
    ([status, count]): CountBy => ({ code: status, label: trademarkStatusLabels[status]?.[language] ?? status, count }),
  );
  const largestFirst = (a: CountBy, b: CountBy) => b.count - a.count || (a.code < b.code ? -1 : 1);
  return {
    patents: patentBars.sort(largestFirst),
    trademarks: markBars.sort(largestFirst),
    ...other,
    nextSteps: await nextStepsOf(ctx, partyId, asOf),
  };
}

const SHOWN_STEPS = 5;

async function nextStepsOf(ctx: Ctx, partyId: string, asOf: string): Promise<NextStep[]> {
  const { db, district } = ctx;
  const alertDays = Math.max(...lawNumbers('patent.annuity.alert-days-before', asOf).value);
  const until = new Date(Date.parse(asOf) + alertDays * 86_400_000).toISOString().slice(0, 10);
  const due = await listDuePatents(db, district, partyId, until, SHOWN_STEPS);
  const windowEnd = hasLaw('trademark.renewal.window-months', asOf)
    ? addMonths(asOf, lawNumber('trademark.renewal.window-months', asOf).value)
    : asOf;
  const expiring = await listExpiringTrademarks(db, district, partyId, asOf, windowEnd, SHOWN_STEPS);
  return [...due.map((right) => annuityStep(right, asOf)), ...expiring.map((right) => renewalStep(right, asOf))];
}

function annuityStep(right: DueRight, asOf: string): NextStep {
  const days = daysBetween(asOf, right.on);
  const late = days < 0;
  const when = late ? `已过期限 ${-days} 天，六个月内可带滞纳金补缴` : `${days} 天后到期`;
  return {
    code: 'patent.annuity',
    title: `缴纳年费：${right.name}`,
    text: `下一笔年费应于 ${right.on} 前缴纳，${when}（专利法实施细则第114、115条）。`,
    dueOn: right.on,
    level: late ? 'late' : 'soon',
    href: `/patents/${right.id}`,
  };
}

function renewalStep(right: DueRight & { status: string }, asOf: string): NextStep {
  const late = right.on < asOf;
  return {
    code: 'trademark.renewal',
    title: `办理续展：${right.name}`,
    text: late
      ? `专用权已于 ${right.on} 期满，宽展期内仍可续展，逾期注销。`
      : `专用权 ${right.on} 期满，现已可办理续展。`,
    dueOn: right.on,
    level: late ? 'late' : 'soon',
    href: `/trademarks/${right.id}`,
  };
}

/** What the parties module is told of rights; handed to it by the composition root. */
export const rightsPort: RightsPort = {
  registers: ['patents', 'trademarks'],
  countByParty: countRightsByParty,
  rightsOfParty,
  usesOfMentions,
};
