import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { UseKind } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { type DocumentBlock, type OfficialDocument, renderDocx, renderPdf } from '../../../platform/documents/index.ts';
import type { FileAnswer } from '../../../platform/module.ts';
import { streamZip, type ZipSource } from '../../evidence/index.ts';
import { bundleBlocks, fileInBundle } from '../domain/bundle-index.ts';
import { useKindLabels } from '../labels.ts';
import type { AttachmentRow } from '../repositories/attachment-repository.ts';
import { listRegisterUse, partiesWithin } from '../repositories/mark-repository.ts';
import { ofMark, selectUse } from '../repositories/use-repository.ts';
import { USE_READ } from '../trademark-portfolio.catalogue.ts';
import { countsNow, coverageOf, reachMark } from './show-mark-life.ts';

/** A document of this module with its cover. */
export function coveredDocument(
  ctx: Ctx,
  input: {
    readonly title: readonly string[];
    readonly subtitle: string;
    readonly issuer: string;
    readonly cover: OfficialDocument['cover'];
    readonly blocks: readonly DocumentBlock[];
  },
): OfficialDocument {
  return {
    ...input,
    date: ctx.today,
    mark: ctx.services.district.demo ? '演示数据' : null,
    header: input.title.join(''),
    contentsTitle: '目录',
    createdAtSeconds: Math.floor(ctx.now.getTime() / 1000),
  };
}

const sourceOf = (name: string, bytes: Buffer): ZipSource => ({
  name,
  size: bytes.length,
  crc: crc32(bytes),
  open: async function* () {
    yield bytes;
  },
});

/** A kept file, read once for its checksum and again as it is sent: an archive may be larger than memory. */
async function storedSource(ctx: Ctx, name: string, file: AttachmentRow): Promise<ZipSource> {
  let crc = 0;
  for await (const part of await ctx.services.files.read(file.sha256)) crc = crc32(part as Buffer, crc);
  return {
    name,
    size: Number(file.size),
    crc,
    open: async function* () {
      for await (const part of await ctx.services.files.read(file.sha256)) yield part as Buffer;
    },
  };
}

/** Evidence of a mark as an archive: an index as Word and PDF, and the files as they were kept. @throws AppError 404 */
export async function exportUseBundle(
  ctx: Ctx,
  id: string,
  query: { from?: string | undefined; until?: string | undefined },
): Promise<FileAnswer> {
  const mark = await reachMark(ctx, id, USE_READ);
  const rows = (await selectUse(ctx.db, ctx, sql`${ofMark(mark)} and ${partiesWithin(ctx, USE_READ)}`)).filter(
    countsNow,
  );
  const coverage = coverageOf(ctx, mark, rows, await listRegisterUse(ctx.db, ctx, mark));
  const from = query.from ?? coverage?.from ?? mark.registered_on ?? ctx.today;
  const until = query.until ?? ctx.today;
  const within = rows
    .filter((row) => row.used_until >= from && row.used_from <= until)
    .toSorted((a, b) => (a.used_from < b.used_from ? -1 : 1));
  const pieces = within.map((row, at) => ({
    no: at + 1,
    kind: useKindLabels[row.kind as UseKind].zh,
    from: row.used_from,
    until: row.used_until,
    place: row.place,
    goods: row.goods,
    note: row.note,
    files: row.files.map((file) => ({ name: file.fileName, sha256: file.sha256 })),
  }));
  const owner = mark.holders.map((holder) => holder.name).join('、');
  const document = coveredDocument(ctx, {
    title: ['商标使用证据目录'],
    subtitle: `${mark.name}　第${mark.nice_class}类　注册号${mark.registration_no}`,
    issuer: owner,
    cover: [{ label: '整理日期', value: ctx.today }],
    blocks: bundleBlocks({
      mark: {
        name: mark.name,
        registrationNo: mark.registration_no,
        niceClass: mark.nice_class,
        goods: mark.goods,
      },
      owner,
      period: { from, until },
      sentence: coverage?.sentence ?? '',
      gaps: coverage?.gaps ?? [],
      pieces,
    }),
  });
  const sources = [
    sourceOf('目录.docx', await renderDocx(document)),
    sourceOf('目录.pdf', renderPdf(document).content),
  ];
  for (const [at, row] of within.entries())
    for (const [nth, file] of row.files.entries())
      sources.push(await storedSource(ctx, fileInBundle(at + 1, nth, file.fileName), file));
  return {
    fileName: `使用证据-${mark.registration_no}-${mark.nice_class}.zip`,
    mediaType: 'application/zip',
    content: Readable.from(
      streamZip(sources, () => Promise.resolve()),
      { objectMode: false },
    ),
  };
}
