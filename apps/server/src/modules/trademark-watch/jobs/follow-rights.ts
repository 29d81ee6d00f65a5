import { sql } from 'kysely';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { performAction } from '../../../platform/procedures/index.ts';

/** Marks of the directory that stand in the register and are in force no more: ended, revoked, invalidated. */
async function listLost(ctx: Ctx): Promise<{ file_id: string; no: string }[]> {
  const { rows } = await sql<{
    file_id: string;
    no: string;
  }>`select m.file_id, m.registration_no as no from trademark_watch.protected_mark m
    where m.district = ${ctx.district} and m.origin = 'own' and m.state = 'listed'
      and exists (select 1 from ip_rights.trademark t where t.district = m.district and t.registration_no = m.registration_no and t.country = 'CN')
      and not exists (select 1 from ip_rights.trademark t join ip_rights.trademark_period p on p.district = t.district and p.trademark_id = t.id
        where t.district = m.district and t.registration_no = m.registration_no and t.country = 'CN' and p.status in ('registered', 'grace')
          and p.valid_from <= ${ctx.today} and (p.valid_to is null or p.valid_to > ${ctx.today}))`.execute(ctx.db);
  return rows;
}

/** Takes marks whose right is lost out of the directory, with the reason; their open hits are closed with it. Returns how many. */
export async function followRights(reader: Ctx): Promise<number> {
  const ctx: Ctx = { ...reader, actor: { ...systemActor, displayName: '商标登记簿' } };
  const lost = await listLost(ctx);
  for (const { file_id: fileId, no } of lost)
    await inTransaction(ctx, (tx) =>
      performAction(tx, ctx, fileId, 'remove', {
        fields: { cause: 'right-lost', reason: `登记簿显示第 ${no} 号商标已不再有效` },
      }),
    );
  return lost.length;
}

export const followRightsTask: JobTask = {
  task: 'trademark-watch.follow-rights',
  label: { zh: '核对名录商标是否有效', en: 'See whether protected marks are in force' },
  cancellable: false,
  maxAttempts: 3,
  queue: 'trademark-watch',
  async run(ctx) {
    await followRights(ctx);
  },
};
