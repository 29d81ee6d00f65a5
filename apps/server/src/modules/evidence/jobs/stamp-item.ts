import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { inTransaction } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { appendCustody } from '../repositories/custody-repository.ts';
import { askAuthority } from '../stamping/ask-authority.ts';
import { authorityOf } from '../stamping/authority.ts';

/** Asks the authority of the settings for a stamp over an item's hash, verifies and keeps it. */
export const stampItemTask: JobTask = {
  task: 'evidence.stamp-item',
  label: { zh: '为证据加盖时间戳', en: 'Time-stamp evidence' },
  cancellable: false,
  maxAttempts: 5,
  queue: 'evidence-stamps',
  run: async (ctx, payload: { itemId: string }) => {
    const authority = authorityOf(ctx.services.config);
    if (authority === undefined) return;
    const { rows } = await sql<{ sha256: string; title: string; stamped: boolean }>`select i.sha256, i.title,
        exists (select 1 from evidence.stamp s where s.district = i.district and s.item_id = i.id) as stamped
      from evidence.item i where i.district = ${ctx.district} and i.id = ${payload.itemId}`.execute(ctx.db);
    const item = rows[0];
    if (item === undefined || item.stamped) return;
    const stamp = await askAuthority(authority, item.sha256);
    await inTransaction(ctx, async (tx) => {
      await sql`insert into evidence.stamp (district, item_id, token, stamped_at, authority, serial, policy, trusted, kept_at)
        values (${ctx.district}, ${payload.itemId}, ${stamp.token}, ${stamp.stampedAt}, ${stamp.authority}, ${stamp.serial}, ${stamp.policy},
          ${stamp.trusted}, ${ctx.now})`.execute(tx);
      await appendCustody(tx, ctx, {
        subject: 'item',
        subjectId: payload.itemId,
        act: 'stamp',
        happenedAt: stamp.stampedAt,
        details: { authority: stamp.authority, serial: stamp.serial, sha256: item.sha256 },
      });
      await writeAudit(tx, ctx, {
        action: 'evidence.item.stamp',
        subject: { kind: 'evidence.item', id: payload.itemId, label: item.title },
        details: { authority: stamp.authority, stampedAt: stamp.stampedAt },
      });
    });
  },
};
