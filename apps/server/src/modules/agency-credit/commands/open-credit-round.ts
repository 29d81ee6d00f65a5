import { type CreditRuleSet, type CreditRuleVersion, creditRuleSets, creditRulesOn } from '@jince/law';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { type AgencyCard, listAgencyCards, listAgencyPeople } from '../../ip-agencies/index.ts';
import { ROUND_OPEN } from '../agency-credit.catalogue.ts';
import { EVALUATION_PROCEDURE } from '../procedure/evaluation-procedure.ts';
import { dayOf } from '../queries/list-scores.ts';
import { readLines } from '../queries/read-lines.ts';
import { ruleSetOf } from '../queries/subjects.ts';
import { insertEvaluation } from '../repositories/evaluation-repository.ts';
import { listSubjectEvents } from '../repositories/event-repository.ts';
import { insertRound, isTitleTaken } from '../repositories/round-repository.ts';

export interface RoundOrder {
  readonly title: string;
  readonly asOf: string;
  readonly ruleSet: string;
  /** Also the people who practise at the agencies on that day, where the rules have items for people. */
  readonly people?: boolean;
  readonly demo?: boolean;
}

function rulesOf(ctx: Ctx, { ruleSet, asOf }: RoundOrder) {
  const set = creditRuleSets.find((one) => one.ruleSet === ruleSet);
  const rules = set === undefined ? undefined : creditRulesOn(set, dayOf(ctx, asOf));
  if (set === undefined || rules === undefined) throw new AppError('agency-credit.rule-set.unknown', { ruleSet });
  if (rules.base === null) throw new AppError('agency-credit.rule-set.not-scored', { article: rules.article });
  return { set, rules };
}

interface Evaluated {
  readonly type: 'agency' | 'person';
  readonly id: string;
  readonly name: string;
  readonly card: AgencyCard;
}

/** Attorneys by their number at an agency on the day; who is at two stands with the one joined last. */
async function peopleOf(ctx: Ctx, cards: readonly AgencyCard[], asOf: string): Promise<Evaluated[]> {
  const found = new Map<string, Evaluated & { readonly from: string }>();
  for (const card of cards)
    for (const { personId, name, qualificationNo, practiceNo, from } of await listAgencyPeople(ctx, card.id, asOf)) {
      if (qualificationNo === null && practiceNo === null) continue;
      const known = found.get(personId);
      if (known === undefined || known.from < (from ?? ''))
        found.set(personId, { type: 'person', id: personId, name, card, from: from ?? '' });
    }
  return [...found.values()];
}

const hasItemsForPeople = (set: CreditRuleSet, rules: CreditRuleVersion): boolean =>
  set.appliesTo.people && rules.items.some((item) => item.subjects.includes('person'));

async function openEvaluation(
  tx: Tx,
  ctx: Ctx,
  { id, type, name, card }: Evaluated,
  result: { readonly roundId: string; readonly read: ReturnType<typeof readLines> },
): Promise<void> {
  const { settlement, lines } = result.read;
  const evaluationId = uuidv7();
  const file = await openFile(tx, ctx, {
    procedure: EVALUATION_PROCEDURE,
    subject: {
      kind: EVALUATION_PROCEDURE,
      id: evaluationId,
      label: type === 'agency' ? name : `${name}（${card.name}）`,
    },
    partyId: card.partyId,
    townCode: card.townCode,
  });
  await insertEvaluation(tx, ctx.district, {
    id: evaluationId,
    roundId: result.roundId,
    fileId: file.id,
    subjectType: type,
    subjectId: id,
    subjectLabel: name,
    agencyId: card.id,
    partyId: card.partyId,
    townCode: card.townCode,
    score: settlement.score,
    grade: settlement.grade,
    lines,
  });
}

/**
 * Opens a round: a file with the preliminary result of every agency of the district the rules apply to, and of those who
 * practise there, as of one day. The agency is told for its people.
 * @throws AppError agency-credit.rule-set.not-scored where the rules only file, agency-credit.round.nobody
 */
export async function openCreditRound(
  ctx: Ctx,
  order: RoundOrder,
): Promise<{ readonly id: string; readonly evaluations: number }> {
  const { set, rules } = rulesOf(ctx, order);
  if (await isTitleTaken(ctx.db, ctx.district, order.title))
    throw new AppError('agency-credit.round.title-taken', { title: order.title });
  const cards = (await listAgencyCards(ctx, { asOf: order.asOf })).filter(
    (card) => card.inDistrict && card.status !== 'deregistered' && ruleSetOf(card.kinds) === set,
  );
  if (cards.length === 0) throw new AppError('agency-credit.round.nobody', { asOf: order.asOf });
  const people = order.people !== false && hasItemsForPeople(set, rules) ? await peopleOf(ctx, cards, order.asOf) : [];
  const all = [...cards.map((card): Evaluated => ({ type: 'agency', id: card.id, name: card.name, card })), ...people];
  const id = uuidv7();
  await inTransaction(ctx, async (tx) => {
    await insertRound(tx, ctx.district, {
      id,
      title: order.title,
      asOf: order.asOf,
      ruleSet: set.ruleSet,
      version: rules.version,
      by: ctx.actor.userId,
      byName: ctx.actor.displayName,
      at: ctx.now,
      demo: order.demo ?? false,
    });
    const ids = all.map((one) => one.id);
    const events = Map.groupBy(await listSubjectEvents(tx, ctx.district, ids), (row) => row.subject_id);
    for (const one of all) {
      const read = readLines(rules, events.get(one.id) ?? [], { on: order.asOf, language: 'zh' });
      await openEvaluation(tx, ctx, one, { roundId: id, read });
    }
    await writeAudit(tx, ctx, {
      action: ROUND_OPEN,
      subject: { kind: 'credit-round', id, label: order.title },
      details: { asOf: order.asOf, ruleSet: set.ruleSet, evaluations: all.length, people: people.length },
    });
  });
  return { id, evaluations: all.length };
}
