import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { openFile } from '../../../platform/procedures/index.ts';
import { NOTICE_PROCEDURE } from '../procedure/states.ts';
import { hitsWithin } from '../queries/reach-hit.ts';
import { handOverEvidence } from '../repositories/hit-file-repository.ts';
import { selectHits } from '../repositories/hit-repository.ts';
import { insertNotice } from '../repositories/notice-repository.ts';
import { HIT_ACT, NOTICE_HANDLE } from '../trademark-watch.catalogue.ts';
import { insertHitAction } from './order-hit-action.ts';

interface NoticeOrder {
  readonly hitIds: readonly string[];
  readonly demand: string;
  readonly facts: string;
}

/**
 * Prepares a notice to a platform about infringing listings of one shop, with their evidence.
 * @throws AppError 404 for a hit out of reach; trademark-watch.hit.not-infringing · trademark-watch.notice.*
 */
export async function openPlatformNotice(ctx: Ctx, order: NoticeOrder) {
  const ids = [...new Set(order.hitIds)];
  return inTransaction(ctx, async (tx) => {
    const inside: Ctx = { ...ctx, db: tx as Ctx['db'] };
    await sql`select 1 from trademark_watch.hit where district = ${ctx.district} and id = any(${ids}::uuid[]) order by id for update`.execute(
      tx,
    );
    const { rows: hits } = await selectHits(
      tx,
      ctx.district,
      sql`h.id = any(${ids}::uuid[]) and ${hitsWithin(ctx)} and ${hitsWithin(ctx, HIT_ACT)}`,
    );
    const [first] = hits;
    if (first === undefined || hits.length !== ids.length) throw new AppError('platform.not-found');
    if (hits.some((hit) => hit.kind !== 'listing')) throw new AppError('trademark-watch.notice.not-a-listing');
    if (hits.some((hit) => hit.verdict !== 'infringing')) throw new AppError('trademark-watch.hit.not-infringing');
    const shops = new Set(hits.map((hit) => hit.subject_key));
    if (shops.size > 1) throw new AppError('trademark-watch.notice.several-shops', { shops: shops.size });
    const id = uuidv7();
    const owners = [...new Set(hits.map((hit) => hit.mark_holder))];
    const file = await openFile(tx, ctx, {
      procedure: NOTICE_PROCEDURE,
      subject: { kind: NOTICE_PROCEDURE, id, label: `${first.platform ?? ''} ${first.subject ?? ''}`.trim() },
      organisations: [ctx.services.jurisdiction.watchSettings.body],
    });
    await insertNotice(
      tx,
      ctx,
      {
        id,
        file_id: file.id,
        platform: first.platform ?? '',
        shop: first.subject ?? '',
        subject_key: first.subject_key,
        mark_ids: [...new Set(hits.map((hit) => hit.mark_id))],
        owner_name: owners.join('、'),
        party_id: owners.length === 1 ? first.mark_party_id : null,
        urls: [...new Set(hits.flatMap((hit) => hit.url ?? []))],
        demand: order.demand,
        facts: order.facts,
      },
      ids,
    );
    for (const hit of hits) {
      await handOverEvidence(tx, inside, hit, file.id);
      await insertHitAction(tx, ctx, hit.id, 'notice', {
        state: 'done',
        target: id,
        number: file.number,
        href: `/protection/platform-notices/${id}`,
      });
    }
    await writeAudit(tx, ctx, {
      action: NOTICE_HANDLE,
      subject: { kind: NOTICE_PROCEDURE, id: file.id, label: `${file.number} ${file.subjectLabel}` },
      details: { hits: ids.length },
    });
    return { id, fileId: file.id, number: file.number };
  });
}
