import { type Ctx, inTransaction } from '../../context/context.ts';
import type { JobControl, JobTask } from '../../jobs/job-task.ts';
import { JobCancelled } from '../../jobs/job-task.ts';
import type { CheckContext, ImportKind, Sender } from '../import-kind.ts';
import { openTable, ReadError, type TableSource } from '../readers/index.ts';
import {
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
import { computeEffects, countRows } from '../repositories/effect-repository.ts';
import {
  findImport,
  findRememberedMapping,
  type ImportRecord,
  updateImport,
} from '../repositories/import-repository.ts';
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
  if (kind === undefined) return { kind, sender: undefined, sheets: [], guesses, confident: false };
  let sheets = mapSheets(kind, heads);
  if (remembered?.kind === kind.kind) {
    const byHeader = new Map(remembered.columns.map((column) => [column.header, column.field]));
    sheets = sheets.map((sheet) => ({
      ...sheet,
      columns: sheet.columns.map((column) =>
        byHeader.has(column.header)
          ? { ...column, field: byHeader.get(column.header) ?? null, basis: 'remembered' as const, confidence: 1 }
          : column,
      ),
    }));
  }
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

async function readAll(
  ctx: Ctx,
  record: ImportRecord,
  kind: ImportKind,
  sheets: readonly SheetGuess[],
  sender: Sender | undefined,
  control: JobControl,
): Promise<void> {
  await updateImport(ctx.db, ctx.district, record.id, { state: 'reading' });
  const source = await open(ctx, record, control.signal);
  let total = 0;
  try {
    total = await stageRows(source, {
      pool: ctx.services.pool,
      district: ctx.district,
      importId: record.id,
      kind,
      mapping: sheets,
      contextOf: checkContext(ctx, record, sender),
      onBatch: async (rows) => {
        await control.checkCancelled();
        await control.progress(rows, null, '正在读取并检查');
      },
    });
  } finally {
    await source.close();
  }
  await control.progress(total, total, '正在比对已有记录');
  await inTransaction(ctx, (tx) => computeEffects(tx, ctx.district, record.id, kind.recordType.type, kind.duplicates));
  await control.checkCancelled();
  const links = kind.afterRead === undefined ? undefined : await kind.afterRead(ctx, record.id, control);
  const counts = await countRows(ctx.db, ctx.district, record.id);
  const noRows = counts.total === 0 ? '文件里没有可读的数据行。' : undefined;
  await updateImport(ctx.db, ctx.district, record.id, {
    state: 'previewed',
    counts: { ...counts, ...links },
    ...(noRows === undefined ? {} : { notice: noRows }),
  });
}

async function run(ctx: Ctx, payload: { importId: string }, control: JobControl): Promise<void> {
  const record = await findImport(ctx.db, ctx.district, payload.importId);
  if (record === undefined || record.state === 'committed' || record.state === 'cancelled') return;
  if (record.state === 'reading') {
    await updateImport(ctx.db, ctx.district, record.id, {
      notice: '上次读取被中断（服务重启），已放弃读到一半的内容并从头重新读取，没有写入任何记录。',
    });
  }
  try {
    await control.progress(0, null, '正在识别文件');
    const source = await open(ctx, record, control.signal);
    let heads: SheetHead[];
    try {
      heads = await readHeads(source);
    } finally {
      await source.close();
    }
    const mapped = record.mapping.length > 0 && record.kind !== null;
    const found = mapped
      ? {
          kind: ctx.services.importKinds.get(record.kind as string),
          sheets: record.mapping,
          guesses: record.kind_guesses,
          confident: true,
          sender: undefined,
        }
      : await recognise(ctx, record, heads);
    const sender = mapped ? found.kind?.senders.find((s) => s.code === record.sender) : found.sender;
    await updateImport(ctx.db, ctx.district, record.id, {
      format: source.kind,
      encoding: source.encoding ?? null,
      mapping: found.sheets,
      kindGuesses: found.guesses,
      ...(found.kind === undefined ? {} : { kind: found.kind.kind }),
      sender: sender?.code ?? null,
    });
    if (found.kind === undefined || !found.confident) {
      await updateImport(ctx.db, ctx.district, record.id, {
        state: 'recognised',
        notice:
          found.kind === undefined
            ? '没有认出这是什么表，请选择类型并指定各列的含义。'
            : '不能确定列的含义，请核对后继续。',
      });
      return;
    }
    await readAll(ctx, record, found.kind, found.sheets, sender, control);
  } catch (error) {
    if (error instanceof JobCancelled) {
      await updateImport(ctx.db, ctx.district, record.id, {
        state: 'cancelled',
        notice: '已按要求停止，没有写入任何记录。',
      });
    } else if (error instanceof ReadError) {
      await updateImport(ctx.db, ctx.district, record.id, { state: 'failed', notice: error.sentence.zh });
      return;
    } else {
      await updateImport(ctx.db, ctx.district, record.id, {
        state: 'failed',
        notice: '读取时出错，没有写入任何记录。可以重试；若再次失败请联系管理员。',
      });
    }
    throw error;
  }
}

export const readImportTask: JobTask = {
  task: 'imports.read-import',
  label: { zh: '读取导入文件', en: 'Read an import file' },
  cancellable: true,
  maxAttempts: 3,
  run: run as JobTask['run'],
};
