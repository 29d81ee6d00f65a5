import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MOST_PHOTO_BYTES, photoType } from '../../../platform/files/photo-type.ts';
import { photoName, readPhoto } from '../../../platform/files/read-photo.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { PROTECTION_PROCEDURE } from '../procedure/states.ts';
import { requireMark } from '../queries/show-marks.ts';
import {
  bumpDirectory,
  deleteAuthorised,
  insertAuthorised,
  type MarkRecord,
  type Sensitivity,
  updateMark,
} from '../repositories/mark-repository.ts';
import { deletePoint, insertPoint } from '../repositories/point-repository.ts';
import { MARK_EDIT, POINT_EDIT } from '../trademark-watch.catalogue.ts';
import { orderMatch } from './close-hits.ts';

async function requireOwn(ctx: Ctx, id: string): Promise<MarkRecord> {
  const mark = await requireMark(ctx, id);
  if (mark.origin !== 'own') throw new AppError('trademark-watch.mark.not-own');
  if (mark.state !== 'listed' && mark.state !== 'nominated') throw new AppError('trademark-watch.mark.ended');
  return mark;
}

async function note(tx: Tx, ctx: Ctx, action: string, mark: MarkRecord, details: Readonly<Record<string, unknown>>) {
  await writeAudit(tx, ctx, {
    action,
    subject: { kind: PROTECTION_PROCEDURE, id: mark.id, label: `${mark.name}（第${mark.registration_no}号）` },
    details,
  });
}

export interface MarkInput {
  readonly goods: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly region: string | null;
  readonly sensitivity: Sensitivity;
  readonly watchClasses: readonly number[];
  readonly paused: boolean;
}

/** Changes what is said of a mark and how it is watched; a changed watch looks through everything again. */
export async function saveProtectedMark(ctx: Ctx, id: string, input: MarkInput): Promise<void> {
  const mark = await requireOwn(ctx, id);
  await inTransaction(ctx, async (tx) => {
    await updateMark(tx, ctx.district, id, {
      goods: input.goods,
      contact_name: input.contactName,
      contact_phone: input.contactPhone,
      region: input.region,
      sensitivity: input.sensitivity,
      watch_classes: input.watchClasses,
      paused: input.paused,
    });
    await bumpDirectory(tx, ctx.district);
    const watched = [mark.sensitivity, [...mark.watch_classes].join(), mark.paused].join('|');
    const next = [input.sensitivity, [...input.watchClasses].join(), input.paused].join('|');
    if (watched !== next && mark.state === 'listed' && !input.paused)
      await orderMatch(tx, ctx, { cause: 'directory', marks: [id] });
    await note(tx, ctx, MARK_EDIT, mark, { sensitivity: input.sensitivity, paused: input.paused });
  });
}

export interface AuthorisedInput {
  readonly kind: 'licensee' | 'own-shop' | 'licensed-shop';
  readonly name: string;
  readonly uscc: string | null;
  readonly platform: string | null;
  readonly url: string | null;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

export async function addAuthorisedUser(ctx: Ctx, id: string, input: AuthorisedInput): Promise<{ id: string }> {
  const mark = await requireOwn(ctx, id);
  return inTransaction(ctx, async (tx) => {
    const userId = await insertAuthorised(tx, ctx, {
      mark_id: id,
      kind: input.kind,
      name: input.name,
      uscc: input.uscc,
      platform: input.platform,
      url: input.url,
      from_on: input.fromOn,
      until_on: input.untilOn,
    });
    await bumpDirectory(tx, ctx.district);
    await note(tx, ctx, MARK_EDIT, mark, { added: input.name, kind: input.kind });
    return { id: userId };
  });
}

export async function removeAuthorisedUser(ctx: Ctx, id: string, userId: string): Promise<void> {
  const mark = await requireOwn(ctx, id);
  await inTransaction(ctx, async (tx) => {
    if (!(await deleteAuthorised(tx, ctx.district, id, userId))) throw new AppError('platform.not-found');
    await bumpDirectory(tx, ctx.district);
    await note(tx, ctx, MARK_EDIT, mark, { removed: userId });
  });
}

/** Adds how genuine goods are known; the picture is kept by its hash. @throws AppError trademark-watch.point.* */
export async function addIdentificationPoint(ctx: Ctx, id: string, file: UploadedFile): Promise<{ id: string }> {
  const mark = await requireMark(ctx, id);
  const content = await readPhoto(file.content);
  const field = (name: string) => file.fields[name]?.trim().slice(0, 1000) ?? '';
  if (field('part') === '' || field('genuine') === '') throw new AppError('trademark-watch.point.words-missing');
  const type = content.length === 0 ? undefined : photoType(content.subarray(0, 16));
  if (content.length > 0 && type === undefined)
    throw new AppError('trademark-watch.point.not-a-picture', { fileName: photoName(file.fileName) });
  const stored =
    type === undefined ? undefined : await ctx.services.files.put(Readable.from([content]), MOST_PHOTO_BYTES);
  return inTransaction(ctx, async (tx) => {
    if (stored !== undefined)
      await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${stored.sha256}, ${stored.size})
        on conflict do nothing`.execute(tx);
    const pointId = await insertPoint(tx, ctx, id, {
      part: field('part'),
      genuine: field('genuine'),
      fake: field('fake') || null,
      picture_sha256: stored?.sha256 ?? null,
      picture_type: type ?? null,
    });
    await note(tx, ctx, POINT_EDIT, mark, { part: field('part'), sha256: stored?.sha256 ?? null });
    return { id: pointId };
  });
}

export async function removeIdentificationPoint(ctx: Ctx, id: string, pointId: string): Promise<void> {
  const mark = await requireMark(ctx, id);
  await inTransaction(ctx, async (tx) => {
    if (!(await deletePoint(tx, ctx.district, id, pointId))) throw new AppError('platform.not-found');
    await note(tx, ctx, POINT_EDIT, mark, { removed: pointId });
  });
}
