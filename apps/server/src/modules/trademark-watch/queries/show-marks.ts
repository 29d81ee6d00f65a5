import type { ParsedInput, ProtectedMark, ProtectedMarkRow, routes } from '@jince/contract';
import { type RawBuilder, sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { protectionStates } from '../procedure/states.ts';
import { findMark, listAuthorised, type MarkRecord, selectMarks } from '../repositories/mark-repository.ts';
import { listPoints } from '../repositories/point-repository.ts';
import { MARK_EDIT, POINT_EDIT, POINT_READ } from '../trademark-watch.catalogue.ts';
import { criterionLabels } from './criteria.ts';

type Query = ParsedInput<(typeof routes)['listProtectedMarks']>['query'];

export const authorisedLabels = {
  licensee: { zh: '被许可人', en: 'Licensee' },
  'own-shop': { zh: '自营店铺', en: 'Own shop' },
  'licensed-shop': { zh: '授权店铺', en: 'Licensed shop' },
} as const;

function toRow(ctx: Ctx, mark: MarkRecord): ProtectedMarkRow {
  const state = protectionStates[mark.state];
  return {
    id: mark.id,
    fileId: mark.file_id,
    number: mark.number,
    origin: mark.origin,
    originName: mark.origin_name,
    registrationNo: mark.registration_no,
    name: mark.name,
    classes: [...mark.classes],
    holder: mark.holder_name,
    partyId: mark.party_id,
    criteria: criterionLabels(ctx, mark.criteria),
    state: mark.state,
    stateLabel: state.label[ctx.language],
    standing: state.standing,
    listedOn: mark.listed_on,
    untilOn: mark.until_on,
    paused: mark.paused,
    openHits: mark.open_hits,
  };
}

const among = (column: RawBuilder<unknown>, values: readonly string[] | undefined) =>
  values === undefined || values.length === 0 ? sql`true` : sql`${column} = any(${[...values]}::text[])`;

/** The directory: who waits for a decision first, then what is listed. */
export async function listProtectedMarks(ctx: Ctx, query: Query) {
  const like = query.q === undefined ? undefined : containsPattern(query.q.trim());
  const tests = [
    like === undefined
      ? sql`true`
      : sql`(m.name ilike ${like} or m.registration_no like ${like} or m.holder_name ilike ${like})`,
    among(sql`m.origin`, query.origin),
    among(sql`m.state`, query.state),
    query.criterion === undefined || query.criterion.length === 0
      ? sql`true`
      : sql`m.criteria && ${[...query.criterion]}::text[]`,
    query.party === undefined ? sql`true` : sql`m.party_id = ${query.party}`,
    query.open === undefined ? sql`true` : sql`(m.state in ('nominated', 'listed')) = ${query.open}`,
  ];
  const { rows, total } = await selectMarks(ctx.db, ctx.district, sql.join(tests, sql` and `), {
    size: query.pageSize,
    skip: (query.page - 1) * query.pageSize,
  });
  return { items: rows.map((mark) => toRow(ctx, mark)), total, page: query.page, pageSize: query.pageSize };
}

/** @throws AppError 404 */
export async function requireMark(ctx: Ctx, id: string): Promise<MarkRecord> {
  const mark = await findMark(ctx.db, ctx.district, id);
  if (mark === undefined) throw new AppError('platform.not-found');
  return mark;
}

/** One protected mark; points of identification only for whoever may see them. */
export async function getProtectedMark(ctx: Ctx, id: string): Promise<ProtectedMark> {
  const mark = await requireMark(ctx, id);
  const users = await listAuthorised(ctx.db, ctx.district, id);
  const points = may(ctx, POINT_READ) ? await listPoints(ctx.db, ctx.district, id) : null;
  const open = mark.origin === 'own' && (mark.state === 'nominated' || mark.state === 'listed');
  return {
    ...toRow(ctx, mark),
    goods: mark.goods,
    reason: mark.reason,
    way: mark.way,
    proof: [...mark.proof],
    contactName: mark.contact_name,
    contactPhone: mark.contact_phone,
    region: mark.region,
    endedOn: mark.ended_on,
    endedReason: mark.ended_reason,
    sensitivity: mark.sensitivity,
    watchClasses: [...mark.watch_classes],
    nominatedBy: mark.nominated_by_name,
    nominatedOn: mark.nominated_on,
    users: users.map((one) => ({
      id: one.id,
      kind: one.kind,
      kindLabel: authorisedLabels[one.kind][ctx.language],
      name: one.name,
      uscc: one.uscc,
      platform: one.platform,
      url: one.url,
      fromOn: one.from_on,
      untilOn: one.until_on,
      active: (one.from_on ?? ctx.today) <= ctx.today && (one.until_on ?? ctx.today) >= ctx.today,
    })),
    points:
      points?.map((one) => ({
        id: one.id,
        part: one.part,
        genuine: one.genuine,
        fake: one.fake,
        hasPicture: one.picture_sha256 !== null,
        by: one.entered_by_name,
        at: one.entered_at,
      })) ?? null,
    mayEdit: open && may(ctx, MARK_EDIT),
    mayKeepPoints: mark.state !== 'removed' && may(ctx, POINT_EDIT),
  };
}

export async function getIdentificationPicture(ctx: Ctx, id: string, pointId: string): Promise<FileAnswer> {
  await requireMark(ctx, id);
  const point = (await listPoints(ctx.db, ctx.district, id)).find((one) => one.id === pointId);
  if (point?.picture_sha256 == null || point.picture_type === null) throw new AppError('platform.not-found');
  return {
    fileName: `${pointId}.${point.picture_type.replace('image/', '')}`,
    mediaType: point.picture_type,
    content: await ctx.services.files.read(point.picture_sha256),
  };
}

/** Criteria of the directory as the jurisdiction states them. */
export function getProtectionChoices(ctx: Ctx) {
  const { note, criteria, platforms } = ctx.services.jurisdiction.watchSettings;
  return {
    note,
    criteria: criteria.map((one) => ({ ...one, label: one.label[ctx.language] })),
    platforms: [...platforms],
  };
}
