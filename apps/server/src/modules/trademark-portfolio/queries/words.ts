import type { ClockDay, UseEvidence } from '@jince/contract';
import { deadlineRules } from '@jince/law';
import type { Ctx } from '../../../platform/context/context.ts';
import { runRule } from '../domain/due-days.ts';
import type { AttachmentRow } from '../repositories/attachment-repository.ts';
import type { UseRow } from '../repositories/use-repository.ts';

/** A day by a rule of the law with its steps; null where no law of that time is kept. */
export function clockDay(ctx: Ctx, rule: string, from: string | null): ClockDay | null {
  const found = from === null ? undefined : runRule(rule, from);
  if (from === null || found === undefined || found.dueOn === null) return null;
  const { language } = ctx;
  return {
    rule,
    label: deadlineRules().get(rule)?.label[language] ?? rule,
    from,
    dueOn: found.dueOn,
    article: found.article,
    verify: found.verify,
    related: found.related.map(({ id, label, on }) => ({ id, label: label[language], on })),
    steps: found.steps.map(({ on, text, article }) => ({ on, text: text[language], article })),
  };
}

export const storedFile = ({ id, fileName, mediaType, sha256, size, addedBy, addedAt }: AttachmentRow) => ({
  id,
  fileName,
  mediaType,
  sha256,
  size,
  addedBy,
  addedAt,
});

export const useEvidence = (row: UseRow): UseEvidence => ({
  id: row.id,
  kind: row.kind,
  from: row.used_from,
  until: row.used_until,
  place: row.place,
  goods: row.goods,
  note: row.note,
  marks: row.marks,
  files: row.files.map(storedFile),
  enteredBy: row.entered_by_name,
  enteredAt: row.entered_at,
  counts: row.withdrawn_on === null && row.files.length > 0,
  withdrawn:
    row.withdrawn_on === null
      ? null
      : { on: row.withdrawn_on, by: row.withdrawn_by_name ?? '', reason: row.withdrawn_reason ?? '' },
});
