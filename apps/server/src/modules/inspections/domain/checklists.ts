import type { ChecklistView } from '@jince/contract';
import type { Checklist } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';

/** The version of a checklist in force on a day. @throws AppError inspections.checklist.unfit */
export function checklistFor(ctx: Ctx, code: string, on: string): Checklist {
  const list = ctx.services.jurisdiction.checklistOn(code, on);
  if (list === undefined) throw new AppError('inspections.checklist.unfit', { checklist: code, on });
  return list;
}

/** The same, where it must fit a kind of objects. */
export function checklistOf(ctx: Ctx, code: string, on: string, kind: string): Checklist {
  const list = checklistFor(ctx, code, on);
  if (!list.objects.some((one) => one === kind))
    throw new AppError('inspections.checklist.unfit', { checklist: list.label, on });
  return list;
}

/** Its label, whatever the day: of a checklist that is no more in force, too. */
export const checklistLabel = (ctx: Ctx, code: string): string =>
  ctx.services.jurisdiction.checklists.findLast((list) => list.code === code)?.label ?? code;

export const toChecklist = (list: Checklist): ChecklistView => ({
  code: list.code,
  label: list.label,
  from: list.from,
  to: list.to,
  source: list.source,
  verify: list.verify,
  items: list.items.map(({ behaviourRow: _, ...item }) => item),
});
