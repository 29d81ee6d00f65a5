import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { loadFile, performAction } from '../../../platform/procedures/index.ts';
import { findReport } from '../repositories/report-repository.ts';

/** Where the office of complaints stands with a report it took up. */
export interface ComplaintMoved {
  readonly reportId: string;
  readonly number: string;
  readonly step: 'assigned' | 'accepted' | 'not-accepted' | 'answered';
  readonly outcome?: 'case-opened' | 'no-case' | 'mediated' | 'mediation-failed';
  readonly reply?: string;
}

/** The actions that lead from a state to where the complaint stands, in order. */
function actionsTo(state: string, told: ComplaintMoved): { action: string; fields?: Record<string, unknown> }[] {
  const reply = told.reply ?? '已依法处理。';
  const assign = { action: 'assign', fields: { handler: `投诉举报办件 ${told.number}` } };
  const accept = { action: 'accept' };
  const before = state === 'received' ? [assign] : [];
  if (told.step === 'assigned') return before;
  if (told.step === 'not-accepted') return [{ action: 'not-accept', fields: { reply } }];
  const taken = state === 'handling' ? [] : [...before, accept];
  if (told.step === 'accepted') return taken;
  return [...taken, { action: 'answer', fields: { outcome: told.outcome ?? 'no-case', reply } }];
}

const OPEN = new Set(['received', 'assigned', 'handling']);

async function follow(tx: Tx, ctx: Ctx, told: ComplaintMoved): Promise<void> {
  const report = await findReport(tx, ctx.district, told.reportId);
  if (report?.fileId == null) return;
  const { state } = await loadFile({ ...ctx, db: tx as Ctx['db'] }, report.fileId);
  if (!OPEN.has(state)) return;
  // A report being handled can no longer be not accepted: it is answered instead.
  const said = told.step === 'not-accepted' && state === 'handling' ? { ...told, step: 'answered' as const } : told;
  for (const { action, fields } of actionsTo(state, said))
    await performAction(tx, ctx, report.fileId, action, fields === undefined ? {} : { fields });
}

/** Keeps a report of the public in step with the complaint it became, so that its sender sees there how it goes. */
export const followComplaintTask: JobTask = {
  task: 'reports.follow-complaint',
  label: { zh: '公众举报随办件更新', en: 'Keep a report in step with its complaint' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'complaints',
  async run(reader, told: ComplaintMoved) {
    const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: '投诉举报办理' } };
    await inTransaction(ctx, (tx) => follow(tx, ctx, told));
  },
};
