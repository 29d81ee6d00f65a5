import { createDeadlineClock, type WorkingCalendar } from '@jince/calendar';
import type { CaseDecision, CaseRecord } from '@jince/contract';
import { deadlineRules } from '@jince/law';
import type { CasePaperPack } from '@jince/wujiang';

export interface DueDay {
  readonly dueOn: string;
  readonly article: string;
  readonly steps: readonly string[];
}

/** The last day by a clock of the law. @throws Error where the law has no such clock then */
export function dueBy(rule: string, from: string, calendar: WorkingCalendar): DueDay {
  const declared = deadlineRules().get(rule);
  if (declared === undefined) throw new Error(`no clock ${rule}`);
  const { dueOn, article, steps } = createDeadlineClock(declared, calendar).compute({ from });
  return { dueOn: dueOn as string, article, steps: steps.map(({ text }) => text.zh) };
}

export type PublicityDuty =
  | { readonly duty: 'none'; readonly reason: string }
  | { readonly duty: 'exempt'; readonly reason: string }
  | { readonly duty: 'publish'; readonly term: 'minor' | 'full'; readonly reason: string };

const WARNING_ALONE = '仅给予警告的行政处罚信息不予公示（行政处罚信息公示规定第2条）';
const SUMMARY = '适用简易程序的行政处罚信息不予公示（行政处罚信息公示规定第2条）';
const MINOR = '仅受到通报批评或者较低数额罚款，公示满三个月停止（行政处罚信息公示规定第13条）';
const FULL = '公示满三年停止（行政处罚信息公示规定第13条）';

const nothingElse = ({ confiscatedFen, confiscatedGoods, other }: CaseDecision) =>
  confiscatedFen === 0 && (confiscatedGoods ?? '') === '' && (other ?? '') === '';

/**
 * Whether a decision is published, and for how long.
 * Source: 市场监督管理行政处罚信息公示规定(总局令第45号)第2条、第13条.
 */
export function publicityDuty(record: CaseRecord, natural: boolean, pack: CasePaperPack): PublicityDuty {
  const { decision, card } = record;
  if (decision === null || decision.kind !== 'penalty') return { duty: 'none', reason: '' };
  if (card.track === 'summary') return { duty: 'exempt', reason: SUMMARY };
  if (decision.fineFen === 0 && decision.warning && nothingElse(decision))
    return { duty: 'exempt', reason: WARNING_ALONE };
  const low = pack.publicity.lowFineFen[natural ? 'natural' : 'organisation'];
  const minor = nothingElse(decision) && decision.fineFen > 0 && decision.fineFen <= low;
  return { duty: 'publish', term: minor ? 'minor' : 'full', reason: minor ? MINOR : FULL };
}

export type PublicityStanding = 'due' | 'overdue' | 'published' | 'ended' | 'withdrawn' | 'exempt';

export interface PublicityDays {
  readonly dueOn: string;
  readonly publishedOn: string | null;
  readonly endsOn: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawalDueOn: string | null;
  readonly exemptReason: string | null;
}

/** Where a penalty stands on a day, by its days alone: what has ended or must be down by now is not shown. */
export function publicityStanding(row: PublicityDays, today: string): PublicityStanding {
  if (row.exemptReason !== null) return 'exempt';
  if (row.withdrawnOn !== null) return 'withdrawn';
  if (row.publishedOn === null) return row.dueOn < today ? 'overdue' : 'due';
  if (row.withdrawalDueOn !== null && row.withdrawalDueOn < today) return 'withdrawn';
  return row.endsOn !== null && row.endsOn < today ? 'ended' : 'published';
}
