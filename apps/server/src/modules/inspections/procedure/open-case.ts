import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { registerClue } from '../../cases/index.ts';
import { linkEvidence } from '../../evidence/index.ts';
import type { RecordRow } from '../repositories/record-repository.ts';
import type { CorrectionItem, TaskRow } from '../repositories/task-repository.ts';

interface CaseOrder {
  readonly task: TaskRow;
  readonly record: RecordRow;
  readonly items: readonly (CorrectionItem & { readonly behaviourRow: number | null })[];
  readonly reason: string;
  readonly evidenceIds: readonly string[];
}

/** Hands what a check found on to the cases, with its evidence. One check leads to one case. */
export async function openCase(tx: Tx, ctx: Ctx, order: CaseOrder): Promise<{ caseId: string; number: string }> {
  const { task, record, items } = order;
  const found = items.map((item) => `${item.label}：${item.found ?? '不符合'}（${item.article}）`);
  const row = items.find((item) => item.behaviourRow !== null)?.behaviourRow ?? null;
  const late = record.checked_on < ctx.today;
  const { caseId, number } = await registerClue(tx, ctx, {
    source: {
      kind: 'inspection',
      module: 'inspections',
      id: task.id,
      label: `监督检查 ${task.number}`,
      href: `/protection/inspections/tasks/${task.id}`,
    },
    receivedOn: record.checked_on,
    backDatedReason: late ? '现场检查当日发现，检查处理后转为线索' : null,
    title: `${task.name}：监督检查发现涉嫌违法`,
    text: [order.reason, ...found].filter((line) => line !== '').join('\n'),
    suspects: [
      {
        name: task.name,
        uscc: task.uscc,
        partyId: task.party_id,
        address: task.address,
        townCode: task.town_code,
        natural: false,
      },
    ],
    behaviourRow: row,
    rights: [],
    organisationCode: task.organisation_code,
    evidenceIds: order.evidenceIds,
  });
  for (const id of order.evidenceIds) await linkEvidence(tx, ctx, id, caseId, `监督检查 ${task.number} 转案件线索`);
  return { caseId, number };
}
