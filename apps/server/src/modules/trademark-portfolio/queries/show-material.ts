import { wholeMonthsBetween } from '@jince/calendar';
import type { ChecklistItem, RouteOutput, routes, WellKnownFile, WellKnownRow } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { type DocumentBlock, renderDocx, renderPdf } from '../../../platform/documents/index.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { materialBlocks } from '../domain/material-index.ts';
import { listRegisterUse, partiesWithin, selectMarks } from '../repositories/mark-repository.ts';
import { type EntryRow, type MaterialRow, selectEntries, selectMaterial } from '../repositories/material-repository.ts';
import { ofMark, selectUse } from '../repositories/use-repository.ts';
import { MATERIAL_KEEP, MATERIAL_READ } from '../trademark-portfolio.catalogue.ts';
import { coveredDocument } from './export-bundle.ts';
import { countsNow } from './show-mark-life.ts';
import { storedFile } from './words.ts';

type Item = Ctx['services']['jurisdiction']['markPool']['evidence'][number];

const YEAR_MONTHS = 12;

/** A file the actor may do this with. @throws AppError 404 otherwise */
export async function reachMaterial(ctx: Ctx, id: string, permission = MATERIAL_READ): Promise<MaterialRow> {
  const test = sql`w.id = ${id} and ${partiesWithin(ctx, MATERIAL_READ)} and ${partiesWithin(ctx, permission)}`;
  const row = may(ctx, permission) ? (await selectMaterial(ctx.db, ctx, test))[0] : undefined;
  if (row === undefined) throw new AppError('platform.not-found');
  return row;
}

interface Known {
  readonly have: boolean;
  readonly text: string | null;
}

/** What the registers and the locker say of an item that nobody has to state. */
async function knownOf(ctx: Ctx, item: Item, file: MaterialRow): Promise<Known | undefined> {
  const zh = ctx.language === 'zh';
  if (item.computed === 'registered-years') {
    const [mark] = await selectMarks(ctx.db, ctx, sql`r.id = ${file.trademark_id}`);
    if (!mark?.registered_on) return { have: false, text: null };
    const years = Math.floor(wholeMonthsBetween(mark.registered_on, ctx.today) / YEAR_MONTHS);
    const text = zh
      ? `${mark.registered_on}注册，已满${years}年`
      : `registered on ${mark.registered_on}, ${years} years ago`;
    return { have: years >= (item.least ?? 0), text };
  }
  if (item.computed === 'madrid-base') {
    const { rows } = await sql<{ ir_no: string }>`select ir_no from ip_rights.madrid
      where district = ${ctx.district} and base_registration_no = ${file.registration_no} order by ir_no`.execute(
      ctx.db,
    );
    return { have: rows.length > 0, text: rows.length === 0 ? null : rows.map((row) => row.ir_no).join('、') };
  }
  if (item.code === 'use') {
    const mark = { registration_no: file.registration_no, nice_class: file.nice_class };
    const kept = (await selectUse(ctx.db, ctx, ofMark(mark))).filter(countsNow).length;
    const lists = (await listRegisterUse(ctx.db, ctx, mark)).length;
    if (kept + lists === 0) return { have: false, text: null };
    const text = zh ? `证据柜${kept}件，导入清单${lists}条` : `${kept} in the locker, ${lists} in imported lists`;
    return { have: kept > 0, text };
  }
  return undefined;
}

async function checklistOf(ctx: Ctx, file: MaterialRow, entries: readonly EntryRow[]): Promise<ChecklistItem[]> {
  const list: ChecklistItem[] = [];
  for (const item of ctx.services.jurisdiction.markPool.evidence) {
    const own = entries.filter((entry) => entry.item === item.code);
    const known = await knownOf(ctx, item, file);
    list.push({
      code: item.code,
      label: item.label,
      text: item.text,
      // A statement without any proof is not evidence yet.
      have: known?.have === true || own.some((entry) => entry.files.length > 0),
      computed: known?.text ?? null,
      entries: own.map((entry) => ({
        id: entry.id,
        text: entry.text,
        from: entry.from_on,
        until: entry.until_on,
        region: entry.region,
        amountFen: entry.amount_fen,
        enteredBy: entry.entered_by_name,
        files: entry.files.map(storedFile),
      })),
    });
  }
  return list;
}

/** What must be said wherever the words are shown (article 14 of the law, 63 from 2027). */
const cautionOf = (ctx: Ctx) =>
  ctx.services.jurisdiction.textOn(ctx.services.jurisdiction.markPool.cautions, ctx.today) ?? '';

const toRow = (file: MaterialRow, checklist: readonly ChecklistItem[]): WellKnownRow => ({
  id: file.id,
  mark: file.mark,
  registrationNo: file.registration_no,
  niceClass: file.nice_class,
  partyId: file.party_id,
  party: file.party,
  occasion: file.occasion,
  route: file.route,
  openedOn: file.opened_on,
  openedBy: file.opened_by_name,
  closedOn: file.closed_on,
  have: checklist.filter((item) => item.have).length,
  items: checklist.length,
});

/** Files of material in the actor's reach. */
export async function listWellKnownFiles(
  ctx: Ctx,
  query: { party?: string | undefined },
): Promise<RouteOutput<(typeof routes)['listWellKnownFiles']>> {
  const test = sql`${partiesWithin(ctx, MATERIAL_READ)} and (${query.party ?? null}::uuid is null or w.party_id = ${query.party ?? null}::uuid)`;
  const files = await selectMaterial(ctx.db, ctx, test);
  const ids = files.map((file) => file.id);
  const entries = ids.length === 0 ? [] : await selectEntries(ctx.db, ctx, sql`e.file_id = any(${ids}::uuid[])`);
  const items: WellKnownRow[] = [];
  for (const file of files) {
    const own = entries.filter((entry) => entry.file_id === file.id);
    items.push(toRow(file, await checklistOf(ctx, file, own)));
  }
  return { items, caution: cautionOf(ctx) };
}

/** One file with its list of evidence. @throws AppError 404 */
export async function getWellKnownFile(ctx: Ctx, id: string): Promise<WellKnownFile> {
  const file = await reachMaterial(ctx, id);
  const checklist = await checklistOf(ctx, file, await selectEntries(ctx.db, ctx, sql`e.file_id = ${id}`));
  const route = ctx.services.jurisdiction.markPool.routes.find((one) => one.code === file.route);
  return {
    ...toRow(file, checklist),
    trademarkId: file.trademark_id,
    routeLabel: route?.label ?? file.route,
    closedReason: file.closed_reason,
    caution: cautionOf(ctx),
    checklist,
    mayKeep: may(ctx, MATERIAL_KEEP) && file.closed_on === null,
  };
}

/** A proof of a statement. @throws AppError 404 */
export async function downloadWellKnownPart(ctx: Ctx, entryId: string, fileId: string): Promise<FileAnswer> {
  const [entry] = await selectEntries(ctx.db, ctx, sql`e.id = ${entryId}`);
  if (entry === undefined) throw new AppError('platform.not-found');
  await reachMaterial(ctx, entry.file_id);
  const file = entry.files.find((one) => one.id === fileId);
  if (file === undefined) throw new AppError('platform.not-found');
  return { fileName: file.fileName, mediaType: file.mediaType, content: await ctx.services.files.read(file.sha256) };
}

/** The index of a file as an office would bind it. @throws AppError 404 */
export async function exportWellKnownFile(ctx: Ctx, id: string, format: 'docx' | 'pdf'): Promise<FileAnswer> {
  const file = await getWellKnownFile({ ...ctx, language: 'zh' }, id);
  const blocks: DocumentBlock[] = materialBlocks(file);
  const document = coveredDocument(ctx, {
    title: ['商标知名度证据材料', '目录'],
    subtitle: `${file.mark}　第${file.niceClass}类　注册号${file.registrationNo}`,
    issuer: file.party,
    cover: [
      { label: '使用事项', value: file.occasion },
      { label: '整理日期', value: ctx.today },
    ],
    blocks,
  });
  const name = `商标材料-${file.registrationNo}-${file.niceClass}`;
  return format === 'pdf'
    ? { fileName: `${name}.pdf`, mediaType: 'application/pdf', content: renderPdf(document).content }
    : {
        fileName: `${name}.docx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        content: await renderDocx(document),
      };
}
