import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { type OfficialValues, renderOfficial } from '../../../platform/documents/official/index.ts';
import { bindVolumeApart } from '../../../platform/documents/volume/bind-apart.ts';
import { inspectPart, type VolumePart } from '../../../platform/documents/volume/bind-volume.ts';
import type { JobControl, JobTask } from '../../../platform/jobs/job-task.ts';
import {
  type ArchivePart,
  BOUND_TYPES,
  type PlannedPart,
  type PlannedVolume,
  planArchive,
} from '../domain/archive-plan.ts';
import type { PaperSources } from '../domain/paper-sources.ts';
import { recordValues } from '../domain/paper-values.ts';
import { archiveParts } from '../queries/archive-parts.ts';
import { readSources } from '../queries/read-sources.ts';
import { findArchive, saveArchive } from '../repositories/archive-repository.ts';
import { nameStored } from '../repositories/paper-repository.ts';

const PDF = 'application/pdf';
/** Parts between two words to the database about how far the job is. */
const PROGRESS_EVERY = 8;

type PathOf = (sha256: string) => Promise<string>;

/** Looks at each part in turn and says how far it is. */
async function inspectParts(
  parts: readonly ArchivePart[],
  given: { readonly pathOf: PathOf; readonly mostBytes: number; readonly seen: (done: number) => Promise<void> },
): Promise<PlannedPart[]> {
  let bytes = 0;
  const planned: PlannedPart[] = [];
  for (const part of parts) {
    if (!BOUND_TYPES.includes(part.mediaType)) planned.push({ part, verdict: { refused: 'kind' } });
    else if (bytes + part.size > given.mostBytes) planned.push({ part, verdict: { refused: 'too-large' } });
    else {
      planned.push({ part, verdict: inspectPart(await given.pathOf(part.sha256), part.mediaType) });
      bytes += part.size;
    }
    await given.seen(planned.length);
    await setImmediate();
  }
  return planned;
}

/** Cover, index and remarks of a volume as values of their forms. */
function frameValues(
  src: PaperSources,
  { label, items, skipped, pages }: PlannedVolume,
  { statement, by }: { readonly statement: string | null; readonly by: string },
): OfficialValues {
  const days = items.map(({ on }) => on).filter((on): on is string => on !== null);
  const state = statement ?? src.pack.texts.archiveState;
  const left =
    skipped.length === 0
      ? ''
      : `未并入本卷的材料：${skipped.map(({ title, reason }) => `${title}（${reason}）`).join('；')}。`;
  return {
    ...recordValues(src),
    archive: {
      volume: label,
      from: days.sort()[0] ?? src.today,
      to: src.today,
      count: String(items.length),
      pages: String(pages),
    },
    items: items.map(({ title, number, on, from, to, note }) => ({
      title,
      ...(number === null ? {} : { number }),
      ...(on === null ? {} : { on }),
      ...(from === null ? {} : { pages: from === to ? String(from) : `${from}-${to}` }),
      ...(note === null ? {} : { note }),
    })),
    entry: { state: `${state}${left}` },
    sign: { handler: by },
  };
}

const FRAME = { 'file-cover': '封面', 'file-index': '卷内文件目录', 'file-remarks': '卷内备考表' } as const;

interface Binding {
  readonly volumes: readonly PlannedVolume[];
  readonly valuesOf: (volume: PlannedVolume) => OfficialValues;
  readonly pathOf: PathOf;
  readonly title: string;
}

/** Renders cover, index and remarks of each volume and binds everything into one PDF. */
async function bindArchive(ctx: Ctx, { volumes, valuesOf, pathOf, title }: Binding) {
  const folder = await mkdtemp(join(tmpdir(), 'jince-archive-'));
  const frame = async (volume: PlannedVolume, form: keyof typeof FRAME): Promise<VolumePart> => {
    const { content } = await renderOfficial(ctx, `case-${form}`, valuesOf(volume), { format: 'pdf' });
    const path = join(folder, `${volume.volume}-${form}.pdf`);
    writeFileSync(path, content);
    const seen = inspectPart(path, PDF);
    const pages = 'pages' in seen ? seen.pages : 1;
    return { kind: 'pdf', path, mediaType: PDF, title: `${volume.label}${FRAME[form]}`, pages, first: null };
  };
  const partsOf = async (volume: PlannedVolume): Promise<VolumePart[]> => {
    const parts: VolumePart[] = [await frame(volume, 'file-cover'), await frame(volume, 'file-index')];
    for (const { part, pages, first } of volume.bound)
      parts.push({
        kind: part.mediaType === PDF ? 'pdf' : 'image',
        path: await pathOf(part.sha256),
        mediaType: part.mediaType,
        title: part.title,
        pages,
        first,
      });
    return [...parts, await frame(volume, 'file-remarks')];
  };
  try {
    const parts: VolumePart[] = [];
    for (const volume of volumes) parts.push(...(await partsOf(volume)));
    return await bindVolumeApart({ title, parts, createdAtSeconds: Math.floor(ctx.now.getTime() / 1000) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes the archive of a case and keeps it, unless the file was sealed in the meantime. */
async function makeArchive(
  ctx: Ctx,
  { caseId, by }: { caseId: string; by: string },
  control: JobControl,
): Promise<void> {
  const archive = await findArchive(ctx.db, ctx.district, caseId);
  if (archive === undefined || archive.sealedAt !== null) return;
  // The order was checked when it was given: the job reads as the system.
  const reader: Ctx = { ...ctx, actor: { ...ctx.actor, userId: null } };
  const parts = await archiveParts(reader, caseId);
  const total = parts.length + 2;
  const src = await readSources(reader, caseId);
  const pathOf: PathOf = (sha256) => ctx.services.files.localPath(sha256);
  const planned = await inspectParts(parts, {
    pathOf,
    mostBytes: src.pack.archive.photoBytes,
    seen: async (done) => {
      if (done % PROGRESS_EVERY !== 0) return;
      await control.progress(done, total);
      await control.checkCancelled();
    },
  });
  const volumes = planArchive(planned, src.pack.archive.volumes);
  const { content, pages } = await bindArchive(ctx, {
    volumes,
    valuesOf: (volume) => frameValues(src, volume, { statement: archive.statement, by }),
    pathOf,
    title: src.record.card.title,
  });
  await control.progress(total - 1, total);
  const stored = await ctx.services.files.put(Readable.from([content]), Number.MAX_SAFE_INTEGER);
  await inTransaction(ctx, async (tx) => {
    await nameStored(tx, ctx.district, stored);
    await saveArchive(tx, ctx, caseId, {
      ...stored,
      pages,
      items: volumes.flatMap(({ items }) => items),
      skipped: volumes.flatMap(({ skipped }) => skipped),
    });
  });
  await control.progress(total, total);
}

export const makeArchiveTask: JobTask = {
  task: 'case-papers.make-archive',
  label: { zh: '生成案卷 PDF', en: 'Make the archive of a case' },
  cancellable: true,
  maxAttempts: 2,
  queue: 'case-archive',
  run: (ctx, payload, control) => makeArchive(ctx, payload as { caseId: string; by: string }, control),
};
