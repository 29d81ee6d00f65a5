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
  type ArchivePlan,
  BOUND_TYPES,
  type PlannedPart,
  planArchive,
} from '../domain/archive-plan.ts';
import type { PaperSources } from '../domain/paper-sources.ts';
import { recordValues } from '../domain/paper-values.ts';
import { archiveParts } from '../queries/archive-parts.ts';
import { readSources } from '../queries/read-sources.ts';
import { type ArchiveRow, findArchive, saveArchive } from '../repositories/archive-repository.ts';
import { nameStored } from '../repositories/paper-repository.ts';

const PDF = 'application/pdf';
/** Parts between two words to the database about how far the job is. */
const PROGRESS_EVERY = 8;

type PathOf = (sha256: string) => Promise<string>;

/** Looks at each part in turn and says how far it is. */
export async function inspectParts(
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

/** Cover, index and remarks as values of their forms. */
export function frameValues(
  src: PaperSources,
  plan: ArchivePlan,
  archive: Pick<ArchiveRow, 'statement'>,
  by: string,
): OfficialValues {
  const days = plan.items.map(({ on }) => on).filter((on): on is string => on !== null);
  const state = archive.statement ?? src.pack.texts.archiveState;
  const left =
    plan.skipped.length === 0
      ? ''
      : `未并入本卷的材料：${plan.skipped.map(({ title, reason }) => `${title}（${reason}）`).join('；')}。`;
  return {
    ...recordValues(src),
    archive: {
      from: days.sort()[0] ?? src.today,
      to: src.today,
      count: String(plan.items.length),
      pages: String(plan.pages),
    },
    items: plan.items.map(({ title, number, on, from, to, note }) => ({
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

interface Volume {
  readonly plan: ArchivePlan;
  readonly values: OfficialValues;
  readonly pathOf: PathOf;
  readonly title: string;
}

/** Renders cover, index and remarks and binds everything into one PDF. */
export async function bindArchive(ctx: Ctx, { plan, values, pathOf, title }: Volume) {
  const folder = await mkdtemp(join(tmpdir(), 'jince-archive-'));
  try {
    const frame = async (form: string): Promise<VolumePart> => {
      const { content } = await renderOfficial(ctx, `case-${form}`, values, { format: 'pdf' });
      const path = join(folder, `${form}.pdf`);
      writeFileSync(path, content);
      const seen = inspectPart(path, PDF);
      return { kind: 'pdf', path, mediaType: PDF, title: form, pages: 'pages' in seen ? seen.pages : 1, first: null };
    };
    const parts: VolumePart[] = [];
    for (const { part, pages, first } of plan.bound)
      parts.push({
        kind: part.mediaType === PDF ? 'pdf' : 'image',
        path: await pathOf(part.sha256),
        mediaType: part.mediaType,
        title: part.title,
        pages,
        first,
      });
    const [cover, index, remarks] = [await frame('file-cover'), await frame('file-index'), await frame('file-remarks')];
    return await bindVolumeApart({
      title,
      parts: [cover, index, ...parts, remarks],
      createdAtSeconds: Math.floor(ctx.now.getTime() / 1000),
    });
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
  const plan = planArchive(planned);
  const values = frameValues(src, plan, archive, by);
  const { content, pages } = await bindArchive(ctx, { plan, values, pathOf, title: src.record.card.title });
  await control.progress(total - 1, total);
  const stored = await ctx.services.files.put(Readable.from([content]), Number.MAX_SAFE_INTEGER);
  await inTransaction(ctx, async (tx) => {
    await nameStored(tx, ctx.district, stored);
    await saveArchive(tx, ctx, caseId, { ...stored, pages, items: plan.items, skipped: plan.skipped });
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
