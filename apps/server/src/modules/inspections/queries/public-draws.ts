import type { InspectedKind } from '@jince/wujiang';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { checklistLabel } from '../domain/checklists.ts';
import { type DrawnStanding, standingOf } from '../domain/public-draw.ts';
import {
  type DrawHead,
  type DrawRow,
  findDraw,
  leftOutWait,
  resultsOfDraws,
  selectDrawHeads,
  statesOfDraw,
} from '../repositories/draw-repository.ts';
import { fileOfDraw } from './show-draws.ts';

/** Not drawn; somebody on its lists does not know of a check yet; its hash covers reasons that stay inside. */
export type Withheld = 'not-drawn' | 'checks-open' | 'earlier-algorithm';

export interface PublicDraw {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly objectKind: InspectedKind;
  /** What is looked at, in Chinese. */
  readonly checklist: string;
  readonly state: 'prepared' | 'drawn' | 'void';
  /** Objects on the list, and how many of them are drawn. */
  readonly pool: number;
  readonly count: number;
  readonly preparedAt: string;
  readonly drawnAt: string | null;
}

export interface PublicDrawDetail extends PublicDraw {
  readonly algorithm: string;
  readonly officersPerObject: number;
  readonly excluded: number;
  readonly listHash: string;
  readonly commitment: string;
  readonly publicText: string | null;
  readonly publicSource: string | null;
  readonly voidReason: string | null;
  /** With the seed anyone could work out who is still to be checked: null until every check was made. */
  readonly seed: string | null;
  /** Why the whole draw cannot be taken away and repeated; null: it can. */
  readonly withheld: Withheld | null;
  /** In the order of the draw; objects and officers are null until the check was made. */
  readonly drawn: readonly PublicDrawn[];
}

export interface PublicDrawn {
  readonly no: number;
  readonly standing: DrawnStanding;
  readonly object: string | null;
  readonly officers: readonly string[] | null;
}

const toPublic = (ctx: Ctx, row: DrawHead): PublicDraw => ({
  id: row.id,
  number: row.number,
  title: row.title,
  objectKind: row.object_kind,
  checklist: checklistLabel(ctx, row.checklist),
  state: row.state,
  pool: row.objects,
  count: row.draw_count,
  preparedAt: row.prepared_at,
  drawnAt: row.drawn_at,
});

/** Double-random draws, the newest first: prepared, made and void ones alike. */
export async function listPublicDraws(
  ctx: Ctx,
  query: { readonly page: number; readonly pageSize: number },
): Promise<{ readonly items: readonly PublicDraw[]; readonly total: number }> {
  const { rows, total } = await selectDrawHeads(ctx.db, ctx.district, query);
  return { items: rows.map((row) => toPublic(ctx, row)), total };
}

interface Opened {
  readonly row: DrawRow;
  readonly drawn: readonly PublicDrawn[];
  readonly seed: string | null;
  readonly withheld: Withheld | null;
}

async function open(ctx: Ctx, id: string): Promise<Opened> {
  const row = await findDraw(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  const states = await statesOfDraw(ctx.db, ctx.district, id);
  const names = new Map([...row.lists.objects, ...row.lists.officers].map((one) => [one.key, one.name]));
  const drawn = (row.result ?? []).map((one, at): PublicDrawn => {
    const standing = standingOf(states.get(one.object));
    const hidden = standing === 'waiting';
    const name = (key: string) => names.get(key) ?? key;
    return {
      no: at + 1,
      standing,
      object: hidden ? null : name(one.object),
      officers: hidden ? null : one.officers.map(name),
    };
  });
  const over = row.state === 'drawn' && drawn.every(({ standing }) => standing !== 'waiting');
  return { row, drawn, seed: over ? row.seed : null, withheld: await whyWithheld(ctx, row, over) };
}

async function whyWithheld(ctx: Ctx, row: DrawRow, over: boolean): Promise<Withheld | null> {
  if (row.state !== 'drawn') return 'not-drawn';
  if (row.lists.algorithm === 'jince-draw-1') return 'earlier-algorithm';
  // Who was left out of the lists was to be checked already, and may not know of it.
  return over && !(await leftOutWait(ctx.db, ctx.district, row.id)) ? null : 'checks-open';
}

/** One draw as everyone may read it: what binds it at once, each object once it was checked. @throws AppError 404 */
export async function getPublicDraw(ctx: Ctx, id: string): Promise<PublicDrawDetail> {
  const { row, drawn, seed, withheld } = await open(ctx, id);
  return {
    ...toPublic(ctx, row),
    algorithm: row.lists.algorithm,
    officersPerObject: row.officers_per_object,
    excluded: row.lists.objects.filter((one) => one.excluded !== null).length,
    listHash: row.list_hash,
    commitment: row.commitment,
    publicText: row.public_text,
    publicSource: row.public_source,
    voidReason: row.void_reason,
    seed,
    withheld,
    drawn,
  };
}

/** The whole draw for docs/repeat-draw.mjs, once no check of it is still to be made. @throws AppError 404 */
export async function downloadPublicDraw(ctx: Ctx, id: string): Promise<FileAnswer> {
  const { row, withheld } = await open(ctx, id);
  if (withheld !== null) throw new AppError('platform.not-found');
  return fileOfDraw(row);
}

export interface PublicDrawResult extends PublicDrawn {
  readonly number: string;
  readonly title: string;
  readonly objectKind: InspectedKind;
  readonly drawnOn: string;
  readonly object: string;
  readonly listHash: string;
}

/** Every drawn object that was checked, of all draws. */
export async function listPublicDrawResults(ctx: Ctx): Promise<readonly PublicDrawResult[]> {
  const rows = await resultsOfDraws(ctx.db, ctx.district);
  return rows.flatMap((row): PublicDrawResult[] => {
    const standing = standingOf(row.state ?? undefined);
    if (standing === 'waiting') return [];
    const { no, number, title, object, officers } = row;
    return [
      {
        no,
        number,
        title,
        object,
        officers,
        standing,
        objectKind: row.object_kind,
        drawnOn: row.drawn_on,
        listHash: row.list_hash,
      },
    ];
  });
}
