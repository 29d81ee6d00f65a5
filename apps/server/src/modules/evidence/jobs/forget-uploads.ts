import { sql } from 'kysely';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { removeDraft } from '../repositories/upload-repository.ts';

/** Drafts nobody went on with stand so long: somebody may be in the field without a network for days. */
const KEPT_DAYS = 14;

/** Tidies uploads that were never finished, and the marks of those that were. */
export const forgetUploadsTask: JobTask = {
  task: 'evidence.forget-uploads',
  label: { zh: '清理未完成的证据上传', en: 'Tidy unfinished uploads of evidence' },
  cancellable: false,
  maxAttempts: 3,
  everyMinutes: 24 * 60,
  due: async (ctx) => {
    const { rows } = await sql`select 1 from evidence.upload
      where district = ${ctx.district} and moved_at < ${ctx.now}::timestamptz - make_interval(days => ${KEPT_DAYS}) limit 1`.execute(
      ctx.db,
    );
    return rows.length > 0;
  },
  run: async (ctx) => {
    const { rows } = await sql<{ id: string }>`delete from evidence.upload
      where district = ${ctx.district} and moved_at < ${ctx.now}::timestamptz - make_interval(days => ${KEPT_DAYS}) returning id`.execute(
      ctx.db,
    );
    for (const { id } of rows) await removeDraft(ctx, id);
  },
};
