import type { InspectorView, RecordAnswer } from '@jince/contract';
import type { Checklist } from '@jince/wujiang';
import { AppError } from '../../../platform/errors/errors.ts';
import { failedOf } from '../repositories/task-repository.ts';

export interface RecordInput {
  readonly id: string;
  readonly round: number;
  readonly checkedOn: string;
  readonly finishedAt: string | null;
  readonly answers: readonly RecordAnswer[];
  readonly outcome: 'fit' | 'correct' | 'case' | 'hand-over';
  readonly correctBy: string | null;
  readonly officers: readonly string[];
  readonly person: string | null;
  readonly personTitle: string | null;
  readonly statement: string | null;
  readonly signature: 'signed' | 'refused' | 'absent';
  readonly note: string | null;
  readonly position: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracyM: number | null;
  } | null;
}

/** What is wrong with a record in itself, whenever it comes. @throws AppError inspections.record.* */
export function checkRecord(list: Checklist, input: RecordInput): void {
  if (new Set(input.officers).size < 2) throw new AppError('inspections.record.two-officers');
  for (const answer of input.answers) {
    const item = list.items.find((one) => one.code === answer.code);
    if (item === undefined) throw new AppError('inspections.record.unknown-item', { code: answer.code });
    if (answer.result === 'no' && (answer.found ?? '') === '')
      throw new AppError('inspections.record.found-missing', { label: item.label });
  }
  const missing = list.items.filter((item) => !input.answers.some((answer) => answer.code === item.code));
  if (missing.length > 0)
    throw new AppError('inspections.record.items-missing', {
      missing: missing.length,
      first: missing[0]?.label ?? '',
    });
  const failed = failedOf(input.answers);
  if (failed > 0 && input.outcome === 'fit') throw new AppError('inspections.record.outcome-unfit', { failed });
  if (input.outcome === 'correct' && (input.correctBy === null || input.correctBy <= input.checkedOn))
    throw new AppError('inspections.record.correct-by-missing');
}

/** What a reader must know of a record: nothing is corrected. */
export function concernsOf(
  input: Pick<RecordInput, 'officers' | 'checkedOn' | 'finishedAt'>,
  task: { readonly due_on: string; readonly round: number; readonly officers: readonly InspectorView[] },
  inspectors: readonly InspectorView[],
): string[] {
  const concerns: string[] = [];
  for (const name of input.officers) {
    const found = inspectors.filter((one) => one.name === name);
    if (found.length === 0) concerns.push(`人员名册中没有“${name}”`);
    else if (!found.some((one) => one.certificateTo !== null && one.certificateTo >= input.checkedOn))
      concerns.push(`“${name}”的执法证在检查日（${input.checkedOn}）无效`);
  }
  const strangers = input.officers.filter((name) => !task.officers.some((one) => one.name === name));
  if (task.officers.length > 0 && strangers.length > 0)
    concerns.push(`检查人员与任务指派不同：${strangers.join('、')}`);
  if (task.round === 1 && input.checkedOn > task.due_on) concerns.push(`检查日晚于任务期限 ${task.due_on}`);
  const finished = input.finishedAt === null ? null : new Date(input.finishedAt);
  if (finished !== null && !Number.isNaN(finished.getTime())) {
    const day = new Date(finished.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    if (day !== input.checkedOn) concerns.push(`检查日填写为 ${input.checkedOn}，手机记录的完成时间是 ${day}`);
  }
  return concerns;
}
