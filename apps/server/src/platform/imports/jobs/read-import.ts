import { type Ctx, inTransaction } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import type { JobControl, JobTask } from '../../jobs/job-task.ts';
import { JobCancelled } from '../../jobs/job-task.ts';
import type { CheckContext, ImportKind, Sender } from '../import-kind.ts';
import { sayIfSameFile } from '../queries/same-file.ts';
import { openTable, ReadError, type SourceNote, type TableSource } from '../readers/index.ts';
import {
  bareSheets,
  guessKinds,
  guessSender,
  headerFingerprint,
  isConfident,
  type KindGuess,
  knownHeaderKeys,
  mapSheets,
  type SheetGuess,
  type SheetHead,
} from '../recognise/recognise-file.ts';
import { applyRemembered } from '../recognise/remember-mapping.ts';
import { computeEffects, countRows } from '../repositories/effect-repository.ts';
import {
  findImport,
  findRememberedMapping,
  type ImportRecord,
  type ImportState,
  moveImport,
} from '../repositories/import-repository.ts';
import { isProtected } from '../seal-cells.ts';
import { stageRows } from './stage-rows.ts';

const SAMPLE_ROWS = 30;

async function open(ctx: Ctx, record: ImportRecord, signal: AbortSignal): Promise<TableSource> {
  const path = await ctx.services.files.localPath(record.sha256);
  return openTable(path, {
    fileName: record.file_name,
    signal,
    limits: { maxFileBytes: ctx.services.config.maxUploadBytes },
    knownHeaders: knownHeaderKeys(ctx.services.importKinds.values()),
  });
}

async function readHeads(source: TableSource): Promise<SheetHead[]> {
  const heads: SheetHead[] = [];
  for await (const sheet of source.sheets()) {
    const sample: string[][] = [];
    for await (const batch of sheet.rows()) {
      sample.push(...batch.slice(0, SAMPLE_ROWS).map((row) => row.cells));
      if (sample.length >= SAMPLE_ROWS) break;
    }
    heads.push({
      sheet: sheet.name,
      headerLine: sheet.header.line,
      titleLines: sheet.titleLines.slice(0, 5).map((line) => line.slice(0, 200)),
      headers: sheet.header.cells,
      units: sheet.header.units,
      sample,
    });
  }
  return heads;
}

interface Recognition {
  readonly kind: ImportKind | undefined;
  readonly sender: Sender | undefined;
  readonly sheets: SheetGuess[];
  readonly guesses: KindGuess[];
  readonly confident: boolean;
}

/** What a person confirmed for these headers before wins; then the kind named at upload; then the best guess. */
async function recognise(ctx: Ctx, record: ImportRecord, heads: SheetHead[]): Promise<Recognition> {
  const kinds = ctx.services.importKinds;
  const remembered = await findRememberedMapping(ctx.db, ctx.district, headerFingerprint(heads));
  const guesses = guessKinds(kinds.values(), heads).slice(0, 5);
  const chosen = record.kind ?? remembered?.kind ?? guesses[0]?.kind;
  const kind = chosen === undefined ? undefined : kinds.get(chosen);
  if (kind === undefined) return { kind, sender: undefined, sheets: bareSheets(heads), guesses, confident: false };
  const guessed = mapSheets(kind, heads);
  const sheets = remembered?.kind === kind.kind ? applyRemembered(kind, guessed, remembered.sheets) : guessed;
  const code = record.sender ?? (remembered?.kind === kind.kind ? remembered.sender : null);
  const sender = kind.senders.find((s) => s.code === code) ?? guessSender(kind, heads);
  const certain = remembered?.kind === kind.kind || record.kind !== null;
  const confident = certain ? sheets.some((sheet) => sheet.included) : isConfident(kind, guesses, sheets);
  return { kind, sender, sheets, guesses, confident };
}

function checkContext(ctx: Ctx, record: ImportRecord, sender: Sender | undefined): (sheet: SheetGuess) => CheckContext {
  return (sheet) => {
    const units = new Map(sheet.columns.map((column) => [column.field, sheet.units[column.index] ?? undefined]));
    return {
      district: ctx.district,
      today: ctx.today,
      sender,
      asOf: record.as_of ?? undefined,
      sheet: sheet.sheet,
      titleLines: sheet.titleLines,
      jurisdiction: ctx.services.jurisdiction,
      unitOf: (field) => units.get(field),
    };
  };
}

/** Parts of the file nobody could read, said once; more than three are only counted. */
function sayNotes(notes: readonly SourceNote[]): string | undefined {
  if (notes.length === 0) return undefined;
  const told = notes.slice(0, 3).map((note) => note.message.zh);
  return [...told, ...(notes.length > 3 ? [`另有 ${notes.length - 3} 处未读入。`] : [])].join('');
}

interface Reading {
  readonly record: ImportRecord;
  readonly kind: ImportKind;
  readonly sheets: readonly SheetGuess[];
  readonly sender: Sender | undefined;
}

/** Stages the rows; returns what the source had to say besides. */
async function stage(ctx: Ctx, { record, kind, sheets, sender }: Reading, control: JobControl) {
  const source = await open(ctx, record, control.signal);
  try {
    const staged = await stageRows(source, {
      pool: ctx.services.pool,
      district: ctx.district,
      importId: record.id,
      kind,
      services: ctx.services,
      mapping: sheets,
      contextOf: checkContext(ctx, record, sender),
      onBatch: async (rows) => {
        await control.checkCancelled();
        await control.progress(rows, null, '正在读取并检查');
      },
    });
    await control.progress(staged.rows, staged.rows, '正在比对已有记录');
    return { staged, notes: source.notes };
  } finally {
    await source.close();
  }
}

async function readAll(ctx: Ctx, reading: Reading, control: JobControl): Promise<void> {
  const { record, kind } = reading;
  const { staged, notes } = await stage(ctx, reading, control);
  await inTransaction(ctx, (tx) =>
    computeEffects(tx, {
      district: ctx.district,
      importId: record.id,
      recordType: kind.recordType.type,
      duplicates: kind.duplicates,
      fresh: { repeated: staged.repeated },
    }),
  );
  await control.checkCancelled();
  const links = kind.afterRead === undefined ? undefined : await kind.afterRead(ctx, record.id, control);
  const counts = await countRows(ctx.db, ctx.district, record.id, staged.rows);
  const notices = [
    record.state === 'reading' ? INTERRUPTED : undefined,
    counts.total === 0 ? '文件里没有可读的数据行。' : undefined,
    await sayIfSameFile(ctx, record),
    sayNotes(notes.filter(({ code, name }) => code !== 'entry.ignored' || kind.encloses?.(name) !== true)),
  ].filter((part) => part !== undefined);
  await moveImport(ctx.db, ctx.district, record.id, ['reading'], {
    state: 'previewed',
    counts: { ...counts, ...links },
    notice: notices.length === 0 ? null : notices.join(''),
  });
}

/** What the file is, and where its columns go: as a person or an earlier reading settled it, else by its headers. */
async function settleMapping(ctx: Ctx, record: ImportRecord, signal: AbortSignal) {
  const source = await open(ctx, record, signal);
  let heads: SheetHead[];
  try {
    heads = await readHeads(source);
  } finally {
    await source.close();
  }
  const kind = record.kind === null ? undefined : ctx.services.importKinds.get(record.kind);
  const settled = record.mapping.length > 0 && kind !== undefined;
  const found: Recognition = settled
    ? {
        kind,
        sheets: record.mapping,
        guesses: record.kind_guesses,
        confident: true,
        sender: kind.senders.find((s) => s.code === record.sender),
      }
    : await recognise(ctx, record, heads);
  return { found, format: source.kind, encoding: source.encoding ?? null };
}

/** Samples of columns that must be protected are not kept. */
const withoutSamples = (kind: ImportKind | undefined, sheets: readonly SheetGuess[]): SheetGuess[] =>
  sheets.map((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) => (isProtected(kind, column.field) ? { ...column, samples: [] } : column)),
  }));

const OPEN: readonly ImportState[] = ['uploaded', 'reading', 'failed'];
const INTERRUPTED = '上次读取被中断（服务重启），已放弃读到一半的内容并从头重新读取，没有写入任何记录。';

/** Reads the file up to the preview, or up to the question what its columns mean. */
async function read(ctx: Ctx, record: ImportRecord, control: JobControl): Promise<void> {
  await control.progress(0, null, '正在识别文件');
  const { found, format, encoding } = await settleMapping(ctx, record, control.signal);
  const { kind, sender, sheets } = found;
  const known = {
    format,
    encoding,
    mapping: withoutSamples(kind, sheets),
    kindGuesses: found.guesses,
    ...(kind === undefined ? {} : { kind: kind.kind }),
    sender: sender?.code ?? null,
  };
  // Mapping and state in one write: a reading that is taken up again must not mistake a guess for a person's word.
  if (kind === undefined || !found.confident) {
    const sentence =
      kind === undefined ? '没有认出这是什么表，请选择类型并指定各列的含义。' : '不能确定列的含义，请核对后继续。';
    await moveImport(ctx.db, ctx.district, record.id, OPEN, { ...known, state: 'recognised', notice: sentence });
    return;
  }
  const begun = await moveImport(ctx.db, ctx.district, record.id, OPEN, {
    ...known,
    state: 'reading',
    notice: record.state === 'reading' ? INTERRUPTED : null,
  });
  if (begun) await readAll(ctx, { record, kind, sheets, sender }, control);
}

const isStopped = (error: unknown) => error instanceof AppError && error.code === 'platform.job.stopped';

async function run(ctx: Ctx, payload: { importId: string }, control: JobControl): Promise<void> {
  const record = await findImport(ctx.db, ctx.district, payload.importId);
  if (record === undefined || !OPEN.includes(record.state)) return;
  const end = (state: 'cancelled' | 'failed', notice: string) =>
    moveImport(ctx.db, ctx.district, record.id, OPEN, { state, notice });
  try {
    await read(ctx, record, control);
  } catch (error) {
    if (isStopped(error) || control.signal.aborted) throw new AppError('platform.job.stopped');
    if (error instanceof JobCancelled) {
      await end('cancelled', '已按要求停止，没有写入任何记录。');
      throw error;
    }
    if (error instanceof ReadError) {
      await end('failed', error.sentence.zh);
      return;
    }
    // A person decides about another try: one that starts by itself could meet the person's own.
    ctx.services.log.error({ err: error, importId: record.id }, 'import not read');
    await end('failed', '读取时出错，没有写入任何记录。可以重试；若再次失败请联系管理员。');
    throw error instanceof AppError ? error : new AppError('imports.import.not-read');
  }
}

export const readImportTask: JobTask = {
  task: 'imports.read-import',
  label: { zh: '读取导入文件', en: 'Read an import file' },
  cancellable: true,
  maxAttempts: 3,
  run: run as JobTask['run'],
};
