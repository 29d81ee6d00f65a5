import { creditRuleSets, creditRulesOn } from '@jince/law';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { listAgencyCards } from '../../ip-agencies/index.ts';
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
  readonly demo?: boolean;
}

function rulesOf(ctx: Ctx, { ruleSet, asOf }: RoundOrder) {
  const set = creditRuleSets.find((one) => one.ruleSet === ruleSet);
  const rules = set === undefined ? undefined : creditRulesOn(set, dayOf(ctx, asOf));
  if (set === undefined || rules === undefined) throw new AppError('agency-credit.rule-set.unknown', { ruleSet });
  if (rules.base === null) throw new AppError('agency-credit.rule-set.not-scored', { article: rules.article });
  return { set, rules };
}

/**
 * Opens a round: a file with the preliminary result of every agency of the district the rules apply to, as of one day.
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
    const ids = cards.map((card) => card.id);
    const events = Map.groupBy(await listSubjectEvents(tx, ctx.district, ids), (row) => row.subject_id);
    for (const card of cards) {
      const { settlement, lines } = readLines(rules, events.get(card.id) ?? [], { on: order.asOf, language: 'zh' });
      const evaluationId = uuidv7();
      const file = await openFile(tx, ctx, {
        procedure: EVALUATION_PROCEDURE,
        subject: { kind: EVALUATION_PROCEDURE, id: evaluationId, label: card.name },
        partyId: card.partyId,
        townCode: card.townCode,
      });
      await insertEvaluation(tx, ctx.district, {
        id: evaluationId,
        roundId: id,
        fileId: file.id,
        subjectType: 'agency',
        subjectId: card.id,
        subjectLabel: card.name,
        agencyId: card.id,
        partyId: card.partyId,
        townCode: card.townCode,
        score: settlement.score,
        grade: settlement.grade,
        lines,
      });
    }
    await writeAudit(tx, ctx, {
      action: ROUND_OPEN,
      subject: { kind: 'credit-round', id, label: order.title },
      details: { asOf: order.asOf, ruleSet: set.ruleSet, evaluations: cards.length },
    });
  });
  return { id, evaluations: cards.length };
}
