import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import {
  type DocumentRow,
  findFile,
  listDocuments,
} from '../../../platform/procedures/repositories/file-repository.ts';
import { viewMeasures } from '../queries/view-measure.ts';
import { listCustody } from '../repositories/custody-repository.ts';
import { type ItemRow, listItems, listStamps, type StampRow } from '../repositories/item-repository.ts';
import { listMeasureRows } from '../repositories/measure-repository.ts';
import type { PackageRow } from '../repositories/package-repository.ts';
import type { PackedFile } from './read-sources.ts';

const VERIFIER = new URL('../../../../../../docs/verify-package.mjs', import.meta.url);
export const FORMAT = 'jince-evidence-package/1';

/** A name every system can unpack: no folders, no signs a system reserves, not endless. */
export function entryName(name: string): string {
  const clean = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/g, '_')
    .replace(/^\.+/, '_')
    .toWellFormed();
  if (clean.length <= 80) return clean;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, 80 - ending.length)}${ending}`;
}

const numbered = (no: number) => String(no).padStart(4, '0');

function made(name: string, content: Buffer): PackedFile {
  return { name, sha256: hash('sha256', content, 'hex'), size: content.length, content };
}

const readme = (title: string, number: string) =>
  Buffer.from(
    [
      `${title}（${number}）`,
      '',
      'manifest.json 列明本包全部文件的 SHA-256 哈希值、证据说明和流转记录。',
      '核验：安装 Node.js 20 或以上版本，运行',
      '    node verify-package.mjs <本压缩包路径> --sha256 <封存回执上的哈希值>',
      '任一字节变动、缺少或多出文件，核验都不会通过。本包可直接核验，不必解开。',
      '',
    ].join('\n'),
  );

export interface PackagePlan {
  /** All but the manifest. */
  readonly files: readonly PackedFile[];
  readonly manifest: Buffer;
}

interface Parts {
  readonly items: readonly ItemRow[];
  readonly papers: readonly DocumentRow[];
  readonly stamps: readonly StampRow[];
}

async function load(ctx: Ctx, row: PackageRow): Promise<Parts> {
  const items = (await listItems(ctx.db, ctx.district, row.fileId)).filter(({ id }) => row.evidenceIds.includes(id));
  const papers = (await listDocuments(ctx.db, ctx.district, row.fileId)).filter(({ id }) => row.paperIds.includes(id));
  const stamps = await listStamps(ctx.db, ctx.district, row.evidenceIds);
  return { items, papers, stamps };
}

const evidenceName = (item: ItemRow) => `evidence/${numbered(item.no)}_${entryName(item.fileName)}`;
const paperName = (paper: DocumentRow, at: number) => `papers/${numbered(at + 1)}_${entryName(paper.fileName)}`;

async function measuresFor(ctx: Ctx, fileId: string) {
  const rows = await listMeasureRows(ctx.db, ctx.district, fileId);
  const chains = await viewMeasures({ ...ctx, language: 'zh' }, rows);
  return chains.map(({ number, kindLabel, startedOn, dueOn, endedOn, outcomeLabel, holder, place, things }) => ({
    number,
    kind: kindLabel,
    startedOn,
    dueOn,
    endedOn,
    outcome: outcomeLabel,
    holder,
    place,
    things: things.map(({ code, name, spec, quantity, unit, mark, storage, held, disposals }) => ({
      code,
      name,
      spec,
      quantity,
      unit,
      mark,
      storage,
      held,
      disposals,
    })),
  }));
}

/** What a package will hold, and its manifest. */
export async function planPackage(ctx: Ctx, row: PackageRow): Promise<PackagePlan> {
  const file = await findFile(ctx.db, ctx.district, row.fileId);
  if (file === undefined) throw new AppError('platform.not-found');
  const { items, papers, stamps } = await load(ctx, row);
  const custody = await listCustody(ctx.db, ctx.district, 'item', row.evidenceIds);
  const stampName = (stamp: StampRow, at: number) =>
    `stamps/${numbered(items.find(({ id }) => id === stamp.itemId)?.no ?? 0)}-${at + 1}.tst`;
  const files: PackedFile[] = [
    made('verify-package.mjs', await readFile(VERIFIER)),
    made('README.txt', readme(row.title, row.number)),
    ...items.map((item) => ({ name: evidenceName(item), sha256: item.sha256, size: item.size })),
    ...papers.map((paper, at) => ({ name: paperName(paper, at), sha256: paper.sha256, size: paper.size })),
    ...stamps.map((stamp, at) => made(stampName(stamp, at), stamp.token)),
  ];
  const manifest = {
    format: FORMAT,
    number: row.number,
    title: row.title,
    district: { code: ctx.services.district.code, name: ctx.services.district.name },
    file: { number: file.number, label: file.subjectLabel },
    sealedAt: ctx.now.toISOString(),
    sealedBy: row.orderedBy,
    files: files.map(({ name, sha256, size }) => ({ path: name, sha256, size })),
    evidence: items.map((item) => ({
      path: evidenceName(item),
      id: item.id,
      no: item.no,
      kind: item.kind,
      title: item.title,
      fileName: item.fileName,
      mediaType: item.mediaType,
      sha256: item.sha256,
      size: item.size,
      capturedAt: item.capturedAt,
      receivedAt: item.receivedAt,
      source: item.source,
      place: item.place,
      note: item.note,
      pictureSays: item.exif,
      doubts: item.doubts.map(({ code, grave, text }) => ({ code, grave, text: text.zh })),
      setAside: item.setAsideReason,
      stamps: stamps.flatMap((stamp, at) =>
        stamp.itemId === item.id
          ? [{ path: stampName(stamp, at), stampedAt: stamp.stampedAt, authority: stamp.authority }]
          : [],
      ),
      custody: custody.get(item.id) ?? [],
      custodyHead: item.custodyHead,
    })),
    papers: papers.map((paper, at) => ({
      path: paperName(paper, at),
      title: paper.title,
      kind: paper.kind,
      addedAt: paper.addedAt,
      addedBy: paper.addedByName,
      withdrawnAt: paper.withdrawnAt,
    })),
    measures: await measuresFor(ctx, row.fileId),
  };
  return { files, manifest: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) };
}
