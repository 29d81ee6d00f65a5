import { sql } from 'kysely';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { generateDocument, loadFile } from '../../../platform/procedures/index.ts';
import { NOTICES_TASK } from '../commands/order-notices.ts';
import { preliminaryNotice } from '../procedure/evaluation-templates.ts';

/** Files whose subject was told a preliminary result that is not final yet, and that hold no paper of it. */
async function listUnwritten(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select v.file_id as id from agency_credit.evaluation v
    where v.district = ${ctx.district} and v.noticed_on is not null and v.final_on is null
      and not exists (select 1 from procedures.document d where d.district = v.district and d.file_id = v.file_id
        and d.made_from = ${preliminaryNotice.code})
    order by v.id`.execute(ctx.db);
  return rows.map((row) => row.id);
}

/** Writes the notices of preliminary results, each file by itself. Returns how many. */
async function writeNotices(ctx: Ctx, tell: (done: number, of: number) => Promise<void>): Promise<number> {
  const ids = await listUnwritten(ctx);
  const { code, kind, label, values } = preliminaryNotice;
  for (const [at, id] of ids.entries()) {
    await tell(at, ids.length);
    // Read as the system, kept under the name of who gave the notice.
    const file = await loadFile({ ...ctx, actor: systemActor }, id);
    const filled = await values(ctx, file);
    await inTransaction(ctx, (tx) =>
      generateDocument({ tx, ctx, file }, { template: code, values: filled, kind, title: label.zh }),
    );
  }
  return ids.length;
}

/** Ordered by each notice; looked after hourly as well, for one given while the job was under way. */
export const writeNoticesTask: JobTask = {
  task: NOTICES_TASK,
  label: { zh: '生成初评结果告知书', en: 'Write notices of preliminary results' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'agency-credit',
  everyMinutes: 60,
  due: async (ctx) => (await listUnwritten(ctx)).length > 0,
  async run(ctx, _payload, control) {
    await writeNotices(ctx, (done, of) => control.progress(done, of, ''));
  },
};
