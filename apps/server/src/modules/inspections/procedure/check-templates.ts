import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { ProcedureFile, ProcedureTemplate } from '../../../platform/procedures/index.ts';
import { checklistFor, checklistLabel } from '../domain/checklists.ts';
import { listRecords } from '../repositories/record-repository.ts';
import { findTask, listCorrections, type TaskRow } from '../repositories/task-repository.ts';

type Values = ProcedureTemplate['values'];

async function taskOf(ctx: Ctx, file: ProcedureFile): Promise<TaskRow> {
  const task = await findTask(ctx.db, ctx, file.subjectId);
  if (task === undefined) throw new AppError('platform.not-found');
  return task;
}

const contact = { name: '执法大队', phone: '0512-00000000' };

const order: Values = async (ctx, file) => {
  const task = await taskOf(ctx, file);
  const found = (await listCorrections(ctx.db, ctx.district, task.id)).at(-1);
  if (found === undefined) throw new AppError('inspections.paper.too-early');
  return {
    documentNumber: found.number,
    party: { name: task.name, uscc: task.uscc ?? '（未登记）' },
    checkedOn: task.checked_on,
    checklist: checklistLabel(ctx, task.checklist),
    items: found.items.map((item) => ({
      label: item.label,
      found: item.found ?? '—',
      article: item.article,
      requirement: item.requirement,
    })),
    dueOn: found.due_on,
    days: found.days,
    note: found.note ?? '',
    issuedOn: found.issued_on,
    contact,
  };
};

const RESULT = { yes: '符合', no: '不符合', na: '不涉及' } as const;
const OUTCOME = { fit: '合格', correct: '限期整改', case: '建议立案', 'hand-over': '建议移送' } as const;
const SIGNED = { signed: '当事人已签名。', refused: '当事人拒绝签名。', absent: '当事人不在场。' } as const;

const record: Values = async (ctx, file) => {
  const task = await taskOf(ctx, file);
  const found = (await listRecords(ctx.db, ctx.district, task.id)).find((one) => one.state === 'standing');
  if (found === undefined) throw new AppError('inspections.paper.too-early');
  const list = checklistFor(ctx, found.checklist, found.checked_on);
  return {
    fileNumber: task.number,
    party: { name: task.name, uscc: task.uscc ?? '（未登记）', address: task.address ?? '（未登记）' },
    checkedOn: found.checked_on,
    officers: found.officers.join('、'),
    person: [found.person, found.person_title].filter(Boolean).join('，') || '（不在场）',
    checklist: list.label,
    items: list.items.map((item) => {
      const answer = found.answers.find((one) => one.code === item.code);
      return {
        label: item.label,
        article: item.article,
        result: answer === undefined ? '未检查' : RESULT[answer.result],
        found: answer?.found ?? '—',
      };
    }),
    outcome: OUTCOME[found.outcome],
    statement: found.statement ?? '无',
    signature: SIGNED[found.signature],
    photos: found.photos.length,
  };
};

/** Papers of a check, by the templates of the jurisdiction. */
export const checkTemplates: readonly ProcedureTemplate[] = [
  {
    code: 'inspection-record',
    label: { zh: '现场检查记录', en: 'Record of the check' },
    kind: 'inspection-record',
    states: ['checked', 'correcting', 'rechecked', 'passed', 'corrected', 'cased', 'returned', 'dropped', 'handed'],
    values: record,
  },
  {
    code: 'inspection-correction-order',
    label: { zh: '责令改正通知书', en: 'Order to correct' },
    kind: 'correction-order',
    states: ['correcting', 'rechecked', 'corrected'],
    values: order,
  },
];
