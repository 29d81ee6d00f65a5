import type { CaseRecord, ParsedInput, routes } from '@jince/contract';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { requireBehaviour } from '../domain/work-out.ts';
import { lookUpRights } from '../queries/rights-on-day.ts';
import { type CaseRow, findCase, updateCase } from '../repositories/case-repository.ts';
import { listGoods, saveRights } from '../repositories/parts-repository.ts';
import { editCase } from './edit-case.ts';
import { readAmounts } from './read-amounts.ts';

type Body = ParsedInput<(typeof routes)['saveCaseFacts']>['body'];

function requireDays({ from, to }: Body['acts'], today: string): void {
  if (from !== null && to !== null && to < from) throw new AppError('cases.case.reversed', { from, to });
  if (to !== null && to > today) throw new AppError('cases.case.in-future', { on: to, today });
}

/** Behaviour, acts, rights and circumstances; they move thresholds, which are read again. @throws AppError cases.case.* */
export async function saveCaseFacts(ctx: Ctx, id: string, body: Body): Promise<CaseRecord> {
  requireDays(body.acts, ctx.today);
  if (body.behaviourRow !== null) requireBehaviour(body.behaviourRow);
  const { acts, circumstances: c } = body;
  return editCase(ctx, { id, revision: body.revision, what: 'facts' }, async (tx, row) => {
    await updateCase(tx, ctx.district, id, {
      title: body.title,
      text: body.text,
      behaviour_row: body.behaviourRow,
      act_from: acts.from,
      act_to: acts.to,
      act_place: acts.place,
      act_text: acts.text,
      well_known: c.wellKnown,
      service_mark: c.serviceMark,
      serious: c.serious,
      order_ignored: c.orderIgnored,
      endangers: c.endangers,
      prior_penalty: c.priorPenalty,
      first_offence: c.firstOffence,
      corrected: c.corrected,
      no_fault: c.noFault,
      electronic: c.electronic,
      foreign_related: c.foreign,
      gain_fen: c.gainFen,
      loss_fen: c.lossFen,
      labels: c.labels,
      unsold_labels: c.unsoldLabels,
      recovered_fen: c.recoveredFen,
      recovered_foreign_fen: c.recoveredForeignFen,
    });
    const on = acts.to ?? row.received_on;
    const rights = await lookUpRights(tx, ctx.district, body.rights, on);
    await saveRights(tx, ctx.district, id, rights);
    const now = (await findCase(tx, ctx.district, id)) as CaseRow;
    const goods = await listGoods(tx, ctx.district, id);
    const read = await readAmounts(tx, ctx, now, {
      goods,
      rights,
      cause: ctx.language === 'zh' ? '修改案件事实' : 'facts of the case edited',
    });
    return { behaviourRow: body.behaviourRow, actTo: acts.to, hit: read.hit };
  });
}
