import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { performAction, tellingFailure } from '../../../platform/procedures/index.ts';
import { noteInspected } from '../commands/note-change.ts';
import { findTask, listTasksOfCase, lockTask, setCaseTold } from '../repositories/task-repository.ts';

const LABELS = {
  filed: { zh: '案件立案回告检查', en: 'A case tells its check that it was opened' },
  'not-filed': { zh: '案件不予立案回告检查', en: 'A case tells its check that it was not opened' },
  decided: { zh: '案件决定回告检查', en: 'A case tells its check of the decision' },
  closed: { zh: '案件结案回告检查', en: 'A case tells its check that it was closed' },
} as const;
type Outcome = keyof typeof LABELS;
const OUTCOMES = Object.keys(LABELS) as readonly Outcome[];

interface CaseTold {
  readonly caseId: string;
  readonly on?: string;
  readonly reason?: string;
}

/** What became of the case stands on the check; one that was not opened brings the check back to who made it. Told twice, nothing happens. */
async function hearCase(reader: Ctx, told: CaseTold, outcome: Outcome): Promise<void> {
  const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: '案件' } };
  for (const { id } of await listTasksOfCase(ctx.db, ctx.district, told.caseId))
    await inTransaction(ctx, async (tx) => {
      await lockTask(tx, ctx.district, id);
      const task = await findTask(tx, ctx, id);
      if (task === undefined) return;
      await setCaseTold(tx, ctx, id, { outcome, on: told.on ?? ctx.today, reason: told.reason ?? null });
      await noteInspected(tx, ctx, task);
      if (outcome === 'not-filed' && task.state === 'cased')
        await performAction(tx, { ...ctx, db: tx as Ctx['db'] }, task.file_id, 'case-returned', {
          note: `${task.case_number ?? ''} 不予立案${told.reason === undefined ? '' : `：${told.reason}`}`,
        });
    });
}

export const hearCaseTasks: readonly JobTask[] = OUTCOMES.map((outcome) =>
  tellingFailure({
    task: `inspections.hear-case-${outcome}`,
    label: LABELS[outcome],
    cancellable: false,
    maxAttempts: 5,
    queue: 'inspections',
    run: (ctx, payload: CaseTold) => hearCase(ctx, payload, outcome),
  }),
);

/** Event of cases → what listens. */
export const caseSubscribers: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  OUTCOMES.map((outcome) => [`cases.case.${outcome}`, [`inspections.hear-case-${outcome}`]]),
);
