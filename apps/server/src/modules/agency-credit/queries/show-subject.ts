import type { CreditTrace } from '@jince/contract';
import { creditRulesOn } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type AgencyCard, listAgencyPeople } from '../../ip-agencies/index.ts';
import { SCORE_READ } from '../agency-credit.catalogue.ts';
import { settleEvents } from '../domain/settle-events.ts';
import { standingPeriods } from '../domain/standing-periods.ts';
import { sumSentence } from '../domain/words.ts';
import { selectEvaluations } from '../repositories/evaluation-repository.ts';
import { type EventRow, listPeopleOf, listSubjectEvents, toCreditEvent } from '../repositories/event-repository.ts';
import { findCreditPerson } from '../repositories/people-repository.ts';
import { fileContents } from './file-contents.ts';
import { dayOf, toRulesInForce } from './list-scores.ts';
import { evaluationsWithin } from './reach-evaluation.ts';
import { readLines } from './read-lines.ts';
import { peopleRuleSet, reachAgency, ruleSetOf } from './subjects.ts';
import { toEvaluation } from './views.ts';

interface Subject {
  readonly type: 'agency' | 'person';
  readonly id: string;
  readonly name: string;
  readonly card: AgencyCard;
  readonly events: readonly EventRow[];
}

async function subjectOf(ctx: Ctx, type: 'agency' | 'person', id: string): Promise<Subject> {
  const events = await listSubjectEvents(ctx.db, ctx.district, [id]);
  const [latest] = events;
  if (type === 'agency') {
    const card = await reachAgency(ctx, id, SCORE_READ);
    return { type, id, card, events, name: card.name };
  }
  const person =
    latest?.subject_type === 'person'
      ? { name: latest.subject_label, agency_id: latest.agency_id }
      : await findCreditPerson(ctx.db, ctx.district, id);
  if (person === undefined) throw new AppError('platform.not-found');
  return { type, id, events, name: person.name, card: await reachAgency(ctx, person.agency_id, SCORE_READ) };
}

/** People of an agency with events, by their score on the day. */
async function peopleOf(ctx: Ctx, { type, card }: Subject, on: string): Promise<CreditTrace['people']> {
  if (type === 'person') return [];
  const set = peopleRuleSet();
  const rules = creditRulesOn(set, on);
  if (rules === undefined) return [];
  const here = new Set((await listAgencyPeople(ctx, card.id, on)).map((one) => one.personId));
  const events = Map.groupBy(await listPeopleOf(ctx.db, ctx.district, card.id), (row) => row.subject_id);
  return [...events].map(([id, rows]) => {
    const { score, grade, events: settled } = settleEvents(rules, rows.map(toCreditEvent), on);
    const counting = settled.filter((one) => one.standing === 'counts' || one.standing === 'capped');
    return {
      subjectType: 'person' as const,
      subjectId: id,
      name: rows[0]?.subject_label ?? '',
      agencyId: card.id,
      agencyName: here.has(id) ? card.name : null,
      townCode: card.townCode,
      town: ctx.services.places.townName(card.townCode),
      rank: null,
      ruleSet: set.ruleSet,
      score,
      grade,
      deducted: counting.reduce((sum, one) => sum - Math.min(0, one.counted), 0),
      added: counting.reduce((sum, one) => sum + Math.max(0, one.counted), 0),
      counting: counting.length,
      measure: rules.measures.find((one) => one.grade === grade)?.label[ctx.language] ?? null,
    };
  });
}

async function evaluationsOf(ctx: Ctx, { id, card }: Subject): Promise<CreditTrace['evaluations']> {
  const own = sql<boolean>`(${evaluationsWithin(ctx, SCORE_READ)} and v.subject_id = ${id})`;
  const { rows } = await selectEvaluations(ctx.db, ctx.district, own, { page: 1, pageSize: 50 });
  return rows.map((row) => toEvaluation(ctx, row, card.name));
}

/**
 * The score of one agency or person on any day with its trace, its course over time, and its evaluations. A person need
 * have no events. @throws AppError 404 outside the actor's reach
 */
export async function getCreditSubject(
  ctx: Ctx,
  { type, id }: { readonly type: 'agency' | 'person'; readonly id: string },
  given: string | undefined,
): Promise<CreditTrace> {
  const on = dayOf(ctx, given);
  const subject = await subjectOf(ctx, type, id);
  const { card, events } = subject;
  const set = type === 'person' ? peopleRuleSet() : ruleSetOf(card.kinds);
  const rules = set === undefined ? undefined : creditRulesOn(set, on);
  const read = rules === undefined ? undefined : readLines(rules, events, { on, language: ctx.language });
  const settlement = read?.settlement ?? {
    score: null,
    grade: null,
    gradeByPoints: null,
    heldDownBy: null,
    events: [],
  };
  const { grade } = settlement;
  return {
    subjectType: type,
    subjectId: id,
    name: subject.name,
    agencyId: card.id,
    agencyName: card.name,
    townCode: card.townCode,
    town: ctx.services.places.townName(card.townCode),
    on,
    rules: set === undefined || rules === undefined ? null : toRulesInForce(ctx, set, rules),
    base: rules?.base ?? null,
    score: settlement.score,
    grade,
    gradeLabel: rules?.grades.find((one) => one.grade === grade)?.label[ctx.language] ?? null,
    sentence: sumSentence(rules, settlement, ctx.language),
    measures: (rules?.measures ?? [])
      .filter((one) => one.grade === grade)
      .map(({ measure, label, article }) => ({ measure, label: label[ctx.language], article })),
    lines: read?.lines ?? [],
    contents:
      rules === undefined || rules.base !== null ? null : await fileContents(ctx, card, rules, read?.lines ?? []),
    periods: set === undefined ? [] : standingPeriods(set, events.map(toCreditEvent)),
    evaluations: await evaluationsOf(ctx, subject),
    people: await peopleOf(ctx, subject, on),
  };
}
