import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { handOver } from '../commands/name-officers.ts';

interface Linked {
  readonly officerId: string;
  readonly userId: string | null;
}

/** An officer has another account, or none: his open cases go with him. What has ended keeps who worked on it. */
async function followOfficerAccount(ctx: Ctx, { officerId, userId }: Linked): Promise<void> {
  const { rows } = await sql<{ id: string }>`select o.case_id as id from cases.officer o
    join cases.row r on r.district = o.district and r.id = o.case_id and r.open
    where o.district = ${ctx.district} and o.officer_id = ${officerId} and o.until is null order by o.case_id`.execute(
    ctx.db,
  );
  for (const { id } of rows)
    await inTransaction(ctx, async (tx) => {
      await sql`update cases.officer set user_id = ${userId} where district = ${ctx.district} and case_id = ${id}
        and officer_id = ${officerId} and until is null`.execute(tx);
      await handOver(tx, ctx, id);
    });
}

export const followOfficerAccountTask: JobTask = {
  task: 'cases.follow-officer-account',
  label: { zh: '按人员与账号的对应调整承办案件', en: 'Hand open cases to the account of their officer' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'cases',
  run: (ctx, payload) => followOfficerAccount(ctx, payload as Linked),
};
