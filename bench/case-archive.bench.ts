import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { World } from '../apps/server/src/app.ts';
import { registerClue } from '../apps/server/src/modules/cases/index.ts';
import { createModules } from '../apps/server/src/modules.ts';
import { type Ctx, inTransaction, systemContext } from '../apps/server/src/platform/context/context.ts';
import { renderOfficial } from '../apps/server/src/platform/documents/official/index.ts';
import { inspectPart } from '../apps/server/src/platform/documents/volume/bind-volume.ts';
import { picture } from '../apps/server/src/platform/documents/volume/testing/picture.ts';
import { drainJobs } from '../apps/server/src/platform/jobs/drain-jobs.ts';
import { enqueueJob } from '../apps/server/src/platform/jobs/enqueue-job.ts';
import { type BenchLine, openBenchWorld, randomOf, round } from './bench-world.ts';

const PAPERS = 160;
const PHOTOS = 40;
const BAR_SECONDS = 30;
const WIDTH = 1000;
const HEIGHT = 750;
const MOST_BYTES = 50_000_000;

async function openCase(ctx: Ctx): Promise<string> {
  const clue = await inTransaction(ctx, (tx) =>
    registerClue(tx, ctx, {
      source: { kind: 'own', module: 'bench', id: uuidv7(), label: '试行', href: null },
      receivedOn: ctx.today,
      title: '试行案件',
      text: '试行案件的内容。',
      suspects: [{ name: '虚构商行', natural: false, townCode: '320509105' }],
      behaviourRow: 4,
      rights: [],
    }),
  );
  return clue.caseId;
}

async function keep(
  ctx: Ctx,
  caseId: string,
  file: { title: string; mediaType: string; content: Buffer },
): Promise<number> {
  const stored = await ctx.services.files.put(Readable.from([file.content]), MOST_BYTES);
  await sql`insert into platform.stored_file (district, sha256, size) values (${ctx.district}, ${stored.sha256}, ${stored.size})
    on conflict do nothing`.execute(ctx.db);
  await sql`insert into case_papers.upload (district, id, case_id, title, file_name, media_type, sha256, size, added_by_name, added_at)
    values (${ctx.district}, ${uuidv7()}, ${caseId}, ${file.title}, ${file.title}, ${file.mediaType}, ${stored.sha256}, ${stored.size}, 'bench', now())`.execute(
    ctx.db,
  );
  return stored.size;
}

/** A case with papers of several pages, each different, and photos. Returns how many bytes. */
async function fill(ctx: Ctx): Promise<{ caseId: string; bytes: number }> {
  const caseId = await openCase(ctx);
  let bytes = 0;
  for (let n = 1; n <= PAPERS; n++) {
    const values = {
      entry: { content: `第${n}份文书。${'当事人销售侵犯注册商标专用权的商品，事实清楚。'.repeat(20 + (n % 40))}` },
    };
    const { content } = await renderOfficial(ctx, 'case-source', values, { format: 'pdf' });
    bytes += await keep(ctx, caseId, { title: `文书${n}`, mediaType: 'application/pdf', content });
  }
  for (let n = 1; n <= PHOTOS; n++)
    bytes += await keep(ctx, caseId, {
      title: `照片${n}`,
      mediaType: 'image/png',
      content: picture({ width: WIDTH, height: HEIGHT }, randomOf(n)),
    });
  return { caseId, bytes };
}

async function bind(world: World, ctx: Ctx, caseId: string): Promise<number> {
  const { tasks } = createModules();
  await inTransaction(ctx, async (tx) => {
    const jobId = await enqueueJob(tx, ctx, { task: 'case-papers.make-archive', payload: { caseId, by: 'bench' } });
    await sql`insert into case_papers.archive (district, case_id, job_id) values (${ctx.district}, ${caseId}, ${jobId})`.execute(
      tx,
    );
  });
  const started = performance.now();
  await drainJobs(world.services, tasks);
  return (performance.now() - started) / 1000;
}

interface Made {
  readonly sha256: string | null;
  readonly pages: number;
  readonly skipped: readonly unknown[];
}

/** The file of a case with 200 papers and photos as one PDF, by the job itself. */
export async function runCaseArchiveBench(): Promise<BenchLine[]> {
  const world = await openBenchWorld('case_archive', { fresh: true });
  const ctx = systemContext(world.services, 'bench');
  const { caseId, bytes } = await fill(ctx);
  const seconds = await bind(world, ctx, caseId);
  const { rows } =
    await sql<Made>`select sha256, pages, skipped from case_papers.archive where case_id = ${caseId}`.execute(ctx.db);
  const made = rows[0];
  if (made?.sha256 == null || made.skipped.length > 0) throw new Error('the archive is not whole');
  const seen = inspectPart(await ctx.services.files.localPath(made.sha256), 'application/pdf');
  const pages = 'pages' in seen ? seen.pages : 0;
  await world.close();
  return [
    {
      bench: 'case-archive',
      metric: `file of a case as one PDF: ${PAPERS} papers and ${PHOTOS} photos (${round(bytes / 1e6, 0)} MB), ${pages} pages`,
      value: round(seconds, 1),
      unit: 's',
      peer: 'what the office asked for',
      peerValue: BAR_SECONDS,
      bar: BAR_SECONDS,
      met: seconds <= BAR_SECONDS,
    },
    {
      bench: 'case-archive',
      metric: 'pages of the volume that its reader does not find again',
      value: Math.abs(pages - made.pages),
      unit: 'pages',
      peer: 'none may',
      peerValue: 0,
      bar: 0,
      met: pages === made.pages,
    },
  ];
}
