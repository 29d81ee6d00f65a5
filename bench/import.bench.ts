import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import { from as copyFrom } from 'pg-copy-streams';
import { systemContext } from '../apps/server/src/platform/context/context.ts';
import { importFile } from '../apps/server/src/platform/imports/import-file.ts';
import { BENCH_DATA, type BenchLine, openBenchWorld, round } from './bench-world.ts';
import { REGISTER_HEADERS, registerRows } from './register-rows.ts';

const XLSX_ROWS = 10_000;
const CSV_ROWS = 1_000_000;
const CLI = fileURLToPath(new URL('../apps/server/src/cli.ts', import.meta.url));

async function writeXlsx(path: string): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path });
  const sheet = workbook.addWorksheet('市场主体');
  sheet.addRow(REGISTER_HEADERS).commit();
  for (const row of registerRows(XLSX_ROWS, 7)) sheet.addRow(row).commit();
  sheet.commit();
  await workbook.commit();
}

async function writeCsv(path: string): Promise<void> {
  const out = createWriteStream(path);
  out.write(`\ufeff${REGISTER_HEADERS.join(',')}\n`);
  let text = '';
  for (const row of registerRows(CSV_ROWS)) {
    text += `${row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')}\n`;
    if (text.length > 1_000_000) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}

/** A workbook to its preview: uploaded, recognised, read, checked, compared; the peer only reads it with exceljs. */
async function benchXlsx(): Promise<BenchLine> {
  const path = join(BENCH_DATA, `register-${XLSX_ROWS}.xlsx`);
  await writeXlsx(path);
  const world = await openBenchWorld('xlsx', { fresh: true });
  const ctx = systemContext(world.services, 'bench');
  const started = performance.now();
  const preview = await importFile(ctx, world.tasks, path, {});
  const seconds = (performance.now() - started) / 1000;
  if (preview.state !== 'previewed' || preview.counts.total !== XLSX_ROWS)
    throw new Error(`unexpected preview: ${preview.state} ${preview.counts.total}`);
  await world.close();
  const peerStarted = performance.now();
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const peerValue = (performance.now() - peerStarted) / 1000;
  return {
    bench: 'import',
    metric: `${XLSX_ROWS.toLocaleString('en')}-row xlsx: upload to preview`,
    value: round(seconds, 2),
    unit: 's',
    peer: 'exceljs, reading alone',
    peerValue: round(peerValue, 2),
    bar: 10,
    met: seconds <= 10,
  };
}

interface ChildRun {
  readonly seconds: number;
  readonly peakMb: number;
}

/** Runs the command line in a process of its own and watches its peak memory. */
function runImport(path: string, env: Record<string, string>): Promise<ChildRun> {
  const started = performance.now();
  return new Promise((done, fail) => {
    let peakKb = 0;
    const child = execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', CLI, 'import', path, '--kind', 'market-register'],
      { env: { ...process.env, ...env }, maxBuffer: 10_000_000 },
      (error, stdout) => {
        clearInterval(timer);
        if (error !== null) return fail(error);
        if (!stdout.includes('committed')) return fail(new Error(stdout));
        done({ seconds: (performance.now() - started) / 1000, peakMb: peakKb / 1024 });
      },
    );
    const timer = setInterval(() => {
      try {
        peakKb = Math.max(
          peakKb,
          Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0),
        );
      } catch {
        // The process has just ended: the last reading stands.
        peakKb = Math.max(peakKb, 0);
      }
    }, 200);
  });
}

/** A million rows into the register, committed; the peer is a bare COPY of the same file into a table of texts. */
async function benchCsv(): Promise<BenchLine[]> {
  const path = join(BENCH_DATA, `register-${CSV_ROWS}.csv`);
  await writeCsv(path);
  const world = await openBenchWorld('csv', { fresh: true });
  await world.pool.query(
    `create unlogged table public.peer (${REGISTER_HEADERS.map((_, i) => `c${i} text`).join(', ')})`,
  );
  const client = await world.pool.connect();
  const peerStarted = performance.now();
  await pipeline(createReadStream(path), client.query(copyFrom('copy public.peer from stdin csv header')));
  const peerSeconds = (performance.now() - peerStarted) / 1000;
  client.release();
  await world.pool.query('drop table public.peer');
  const databaseUrl = world.databaseUrl;
  await world.close();
  const run = await runImport(path, {
    DATABASE_URL: databaseUrl,
    JINCE_DATA_DIR: BENCH_DATA,
    JINCE_FILES: join(BENCH_DATA, 'files'),
  });
  const rate = CSV_ROWS / run.seconds;
  return [
    {
      bench: 'import',
      metric: '1,000,000-row csv imported and applied',
      value: Math.round(rate),
      unit: 'rows/s',
      peer: 'bare COPY into texts',
      peerValue: Math.round(CSV_ROWS / peerSeconds),
      bar: 10_000,
      met: rate >= 10_000,
    },
    {
      bench: 'import',
      metric: '1,000,000-row csv: peak memory of the process',
      value: Math.round(run.peakMb),
      unit: 'MB',
      peer: 'the file itself',
      peerValue: Math.round(readFileSync(path).length / 1024 / 1024),
      bar: 1024,
      met: run.peakMb < 1024,
    },
  ];
}

/** Importing: a workbook to its preview, and a million rows with flat memory. */
export async function runImportBench(): Promise<BenchLine[]> {
  mkdirSync(BENCH_DATA, { recursive: true });
  return [await benchXlsx(), ...(await benchCsv())];
}
