import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { explainFound, type Found, sayPicture } from '../domain/matcher.ts';
import { addLeaves } from '../repositories/capture-repository.ts';
import type { Enclosure } from '../repositories/enclosure-repository.ts';
import { keepEnclosed } from '../repositories/hit-file-repository.ts';
import { findGroups, insertHit, joinPicture, keepHitRow } from '../repositories/hit-repository.ts';
import { type ItemRow, markLookedAt } from '../repositories/item-repository.ts';
import type { RunCounts } from '../repositories/run-repository.ts';
import { holdWatched } from '../repositories/watched-repository.ts';

const MOST_ROW_BYTES = 1024 * 1024;

/** A mark met in a row. */
export interface Meeting {
  readonly item: ItemRow;
  readonly found: Found;
  readonly subject: string;
  readonly key: string;
  /** Pictures and pages that came with the row. */
  readonly files: readonly Enclosure[];
}

interface Kept {
  readonly sha256: string;
  readonly size: number;
}

/** The row as it came, as bytes with a hash: what is shown later as evidence. */
async function keepBytes(ctx: Ctx, item: ItemRow): Promise<Kept> {
  const bytes = Buffer.from(
    `${JSON.stringify({ kind: item.kind, key: item.record_key, ...item.cells }, null, 1)}\n`,
    'utf8',
  );
  const stored = await ctx.services.files.put(Readable.from([bytes]), MOST_ROW_BYTES);
  if (stored.sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new Error('the store changed a row');
  return stored;
}

async function raise(tx: Tx, ctx: Ctx, { item, found, subject, key }: Meeting, model: string): Promise<string> {
  const reasons = explainFound(found);
  return insertHit(tx, ctx, {
    group_key: key,
    mark_id: found.mark.id,
    kind: item.kind,
    platform: item.platform,
    subject: item.subject,
    subject_key: subject,
    subject_uscc: item.subject_uscc,
    address: item.address,
    title: item.text,
    brand: item.brand,
    found: found.found,
    field: found.field,
    level: found.level,
    score: found.score,
    reasons_zh: reasons.zh,
    reasons_en: reasons.en,
    model,
    price_fen: item.price_fen,
    url: item.url,
    operator: item.operator,
    goods: item.goods,
    goods_relation: found.goods?.relation.kind ?? null,
    picture: found.picture ?? null,
  });
}

/** What was met in a lot of rows becomes hits with their evidence, in one transaction with the rows' being looked at. */
export async function writeMeetings(
  ctx: Ctx,
  model: string,
  rows: readonly ItemRow[],
  meetings: readonly Meeting[],
  counts: RunCounts,
): Promise<void> {
  const kept = new Map<ItemRow, Kept>();
  for (const { item } of meetings) if (!kept.has(item)) kept.set(item, await keepBytes(ctx, item));
  await inTransaction(ctx, async (tx) => {
    const still = await holdWatched(tx, ctx.district, [...new Set(meetings.map(({ found }) => found.mark.id))]);
    const groups = await findGroups(
      tx,
      ctx.district,
      meetings.map(({ key }) => key),
    );
    for (const meeting of meetings) {
      const { item, found, key, files } = meeting;
      // Taken out of the directory since the look began: nothing is raised for it any more.
      if (!still.has(found.mark.id)) continue;
      const known = groups.get(key);
      const hitId = known ?? (await raise(tx, ctx, meeting, model));
      if (known === undefined) {
        groups.set(key, hitId);
        counts.fresh++;
      } else {
        counts.again++;
        if (found.picture !== undefined)
          await joinPicture(tx, ctx.district, hitId, {
            picture: found.picture,
            level: found.level,
            said: sayPicture(found.picture, found.mark),
          });
      }
      await keepHitRow(tx, ctx, hitId, { ...item, ...(kept.get(item) as Kept) });
      await keepEnclosed(tx, ctx, hitId, files);
    }
    await addLeaves(
      tx,
      ctx,
      [...kept.values()].map(({ sha256 }) => sha256),
    );
    await markLookedAt(tx, ctx.district, rows[0]?.kind ?? 'listing', rows);
  });
}
