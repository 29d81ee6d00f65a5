import type { CreditScore } from '@jince/contract';
import { type CreditRuleSet, type CreditRuleVersion, creditRuleSets, creditRulesOn } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type AgencyCard, listAgencyCards } from '../../ip-agencies/index.ts';
import { SCORE_READ } from '../agency-credit.catalogue.ts';
import type { CreditEvent } from '../domain/credit-event.ts';
import { type SubjectScore, scoreDistrict, subjectKey } from '../domain/score-district.ts';
import { loadCreditEvents } from '../repositories/event-repository.ts';
import { listCreditPeople } from '../repositories/people-repository.ts';
import { peopleRuleSet, reachOf, ruleSetOf } from './subjects.ts';

export interface ScoreFilter {
  readonly on?: string | undefined;
  readonly type: 'agency' | 'person';
  readonly ruleSet?: string | undefined;
  readonly grade?: readonly string[] | undefined;
  readonly town?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

interface Scored {
  readonly card: AgencyCard | undefined;
  readonly id: string;
  readonly name: string;
  readonly set: CreditRuleSet;
  readonly score: SubjectScore;
}

/** How a day's rules are shown beside figures. */
export function toRulesInForce(ctx: Ctx, set: CreditRuleSet, rules: CreditRuleVersion) {
  return {
    ruleSet: set.ruleSet,
    label: set.title[ctx.language],
    version: rules.version,
    from: rules.from,
    article: rules.article,
    scored: rules.base !== null,
    unconfirmed: rules.confidence !== 'high' || rules.items.some((item) => item.confidence !== 'high'),
  };
}

/** Future days are no question for credit. @throws AppError agency-credit.day.future */
export function dayOf(ctx: Ctx, on: string | undefined): string {
  if (on !== undefined && on > ctx.today) throw new AppError('agency-credit.day.future', { on, today: ctx.today });
  return on ?? ctx.today;
}

async function agenciesOf(ctx: Ctx, on: string, events: readonly CreditEvent[]): Promise<Scored[]> {
  const cards = await listAgencyCards(ctx, { asOf: on });
  const reaches = reachOf(ctx, SCORE_READ);
  const withEvents = new Set(events.map((one) => one.subjectId));
  const subjects = cards.flatMap((card) => {
    const set = ruleSetOf(card.kinds);
    return set !== undefined && (card.inDistrict || withEvents.has(card.id)) && reaches(card) ? [{ card, set }] : [];
  });
  const scores = scoreDistrict(
    subjects.map(({ card, set }) => ({ type: 'agency' as const, id: card.id, ruleSet: set })),
    events,
    on,
  );
  return subjects.map(({ card, set }) => ({
    card,
    id: card.id,
    name: card.name,
    set,
    score: scores.get(subjectKey('agency', card.id)) as SubjectScore,
  }));
}

async function peopleOf(ctx: Ctx, on: string, events: readonly CreditEvent[]): Promise<Scored[]> {
  const people = await listCreditPeople(ctx.db, ctx.district);
  const cards = new Map((await listAgencyCards(ctx)).map((card) => [card.id, card]));
  const reaches = reachOf(ctx, SCORE_READ);
  const set = peopleRuleSet();
  const seen = people.flatMap((person) => {
    const card = person.agency_id === null ? undefined : cards.get(person.agency_id);
    return reaches(card ?? { partyId: null, townCode: null }) ? [{ ...person, card }] : [];
  });
  const scores = scoreDistrict(
    seen.map(({ id }) => ({ type: 'person' as const, id, ruleSet: set })),
    events,
    on,
  );
  return seen.map(({ id, name, card }) => ({
    card,
    id,
    name,
    set,
    score: scores.get(subjectKey('person', id)) as SubjectScore,
  }));
}

const { compare: compareNames } = new Intl.Collator('zh');

const ORDERS: Readonly<Record<string, (a: CreditScore, b: CreditScore) => number>> = {
  score: (a, b) => (a.score ?? -1) - (b.score ?? -1),
  deducted: (a, b) => a.deducted - b.deducted,
  added: (a, b) => a.added - b.added,
  counting: (a, b) => a.counting - b.counting,
  name: (a, b) => compareNames(a.name, b.name),
};

function order(rows: CreditScore[], sort = '-score'): CreditScore[] {
  const compare = ORDERS[sort.replace(/^-/, '')] ?? (() => 0);
  const sign = sort.startsWith('-') ? -1 : 1;
  return rows.sort(
    (a, b) => sign * compare(a, b) || compareNames(a.name, b.name) || (a.subjectId < b.subjectId ? -1 : 1),
  );
}

function withRanks(rows: CreditScore[]): CreditScore[] {
  const byScore = rows.filter((one) => one.score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const rank = new Map<string, number>();
  byScore.forEach((one, i) => {
    const before = byScore[i - 1];
    rank.set(one.subjectId, before?.score === one.score ? (rank.get(before?.subjectId ?? '') ?? i + 1) : i + 1);
  });
  return rows.map((one) => ({ ...one, rank: rank.get(one.subjectId) ?? null }));
}

function toRow(ctx: Ctx, type: 'agency' | 'person', on: string): (one: Scored) => CreditScore {
  return ({ card, id, name, set, score }) => ({
    subjectType: type,
    subjectId: id,
    name,
    agencyId: card?.id ?? null,
    agencyName: card?.name ?? null,
    townCode: card?.townCode ?? null,
    town: ctx.services.places.townName(card?.townCode ?? null),
    rank: null,
    ruleSet: set.ruleSet,
    score: score.score,
    grade: score.grade,
    deducted: score.deducted,
    added: score.added,
    counting: score.counting,
    measure: creditRulesOn(set, on)?.measures.find((one) => one.grade === score.grade)?.label[ctx.language] ?? null,
  });
}

/** All subjects of the actor's reach with their score on a day, in the wanted order; ranks are those of the whole. */
export async function readScores(ctx: Ctx, filter: ScoreFilter) {
  const on = dayOf(ctx, filter.on);
  const events = await loadCreditEvents(ctx.db, ctx.district);
  const scored = await (filter.type === 'agency' ? agenciesOf : peopleOf)(ctx, on, events);
  const all = withRanks(
    scored
      .filter((one) => filter.ruleSet === undefined || one.set.ruleSet === filter.ruleSet)
      .map(toRow(ctx, filter.type, on)),
  );
  const words = filter.q?.trim().toLowerCase();
  const rows = all.filter(
    (one) =>
      (filter.grade === undefined || filter.grade.length === 0 || filter.grade.includes(one.grade ?? 'none')) &&
      (filter.town === undefined || filter.town.length === 0 || filter.town.includes(one.townCode ?? '')) &&
      (!words || one.name.toLowerCase().includes(words) || one.agencyName?.toLowerCase().includes(words) === true),
  );
  return { on, all, rows: order(rows, filter.sort) };
}

/** Scores and grades on any day, best first, with the distribution of grades of the whole. */
export async function listScores(ctx: Ctx, query: ScoreFilter & { readonly page: number; readonly pageSize: number }) {
  const { on, all, rows } = await readScores(ctx, query);
  const inForce = creditRuleSets.flatMap((set) => {
    const rules = creditRulesOn(set, on);
    return rules === undefined ? [] : [{ set, rules }];
  });
  const scored = all.filter((one) => one.score !== null);
  const grades = inForce.flatMap(({ rules }) => rules.grades);
  const start = (query.page - 1) * query.pageSize;
  return {
    items: rows.slice(start, start + query.pageSize),
    total: rows.length,
    page: query.page,
    pageSize: query.pageSize,
    on,
    rules: inForce.map(({ set, rules }) => toRulesInForce(ctx, set, rules)),
    distribution: grades.map(({ grade, label }) => ({
      grade,
      label: label[ctx.language],
      count: scored.filter((one) => one.grade === grade).length,
    })),
    unscored: all.length - scored.length,
    average:
      scored.length === 0
        ? null
        : Math.round((scored.reduce((sum, one) => sum + (one.score ?? 0), 0) / scored.length) * 10) / 10,
    withEvents: all.filter((one) => one.counting > 0).length,
  };
}
