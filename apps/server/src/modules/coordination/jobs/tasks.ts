import { sql } from 'kysely';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { tellingFailure } from '../../../platform/procedures/index.ts';
import { openHandOver } from '../commands/prepare-hand-over.ts';
import { describeCase } from '../queries/case-bridge.ts';
import { selectHandOvers } from '../repositories/hand-over-repository.ts';
import { addProgress } from '../repositories/progress-repository.ts';

export const PREPARE_TASK = 'coordination.prepare-hand-over';
export const TELL_TASK = 'coordination.tell-progress';
const TELL_REPORT = 'coordination.tell-report';

export interface TransferTold {
  readonly caseId: string;
  readonly toOrganisation: string;
}

/** A case was decided to be handed over: its draft is there for whoever handles it, once. */
export async function prepareDecided(reader: Ctx, told: TransferTold): Promise<void> {
  const ctx: Ctx = { ...reader, actor: systemActor };
  const known = await describeCase(ctx, told.caseId);
  await inTransaction(ctx, async (tx) => {
    const { rows } = await selectHandOvers(
      tx,
      ctx,
      sql`h.case_id = ${told.caseId} and h.to_body = ${told.toOrganisation} and f.state <> 'withdrawn'`,
    );
    if (rows.length > 0) return;
    await openHandOver(tx, ctx, {
      input: { ...known.content, kind: 'criminal', toBody: told.toOrganisation, caseId: told.caseId },
      fromBody: known.card.organisationCode,
      caseNumber: known.card.number,
    });
  });
}

export interface CaseTold {
  readonly caseId: string;
  readonly number: string;
}

/** What became of a clue is told to the partner it came from, in one sentence. */
export async function tellProgress(ctx: Ctx, told: CaseTold, said: string): Promise<void> {
  const { rows } = await selectHandOvers(ctx.db, ctx, sql`h.clue_case_id = ${told.caseId}`);
  for (const record of rows)
    await inTransaction(ctx, (tx) =>
      addProgress(tx, ctx, { fileId: record.file_id, body: record.to_body, text: `案件 ${told.number}：${said}` }),
    );
}

/** A report was opened from what a partner handed in: it is told, with the number. */
async function tellReport(
  ctx: Ctx,
  told: {
    readonly source: string;
    readonly sourceId: string;
    readonly matters: readonly { readonly number: string }[];
  },
): Promise<void> {
  if (told.source !== 'hand-over') return;
  const { rows } = await selectHandOvers(ctx.db, ctx, sql`h.id::text = ${told.sourceId}`);
  const numbers = told.matters.map((one) => one.number).join('、');
  for (const record of rows)
    await inTransaction(ctx, (tx) =>
      addProgress(tx, ctx, { fileId: record.file_id, body: record.to_body, text: `已登记为举报 ${numbers}，正在核查` }),
    );
}

const task = (name: string, zh: string, en: string, run: JobTask['run']): JobTask =>
  tellingFailure({ task: name, label: { zh, en }, cancellable: false, maxAttempts: 5, queue: 'coordination', run });

const told = (verb: string, said: string) =>
  task(`${TELL_TASK}-${verb}`, '向移交单位通报进展', 'Tell progress to the sender', ((ctx: Ctx, payload: CaseTold) =>
    tellProgress(ctx, payload, said)) as JobTask['run']);

export const coordinationTasks: readonly JobTask[] = [
  task(PREPARE_TASK, '为决定移送的案件拟办移送', 'Prepare the hand-over of a case', prepareDecided as JobTask['run']),
  task(TELL_REPORT, '向移交单位通报已登记举报', 'Tell the sender of the report', tellReport as JobTask['run']),
  told('filed', '已立案'),
  told('not-filed', '决定不予立案'),
  told('decided', '已作出处理决定'),
  told('closed', '已结案'),
];

export const coordinationSubscribers: Readonly<Record<string, readonly string[]>> = {
  'cases.case.transfer-decided': [PREPARE_TASK],
  'complaints.matter.opened': [TELL_REPORT],
  'cases.case.filed': [`${TELL_TASK}-filed`],
  'cases.case.not-filed': [`${TELL_TASK}-not-filed`],
  'cases.case.decided': [`${TELL_TASK}-decided`],
  'cases.case.closed': [`${TELL_TASK}-closed`],
};
