import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { sheetNote } from '../notes.ts';
import { ReadError } from '../read-error.ts';
import { openWorkbookSheet } from '../workbook-sheet.ts';
import type { OpenedWorkbook, WorkbookContext } from '../xlsx/open-xlsx.ts';
import type { WorkbookRow } from '../xlsx/sheet-rows.ts';
import type { XlsJob, XlsReply, XlsRequest, XlsSheetInfo } from './xls-messages.ts';

/**
 * Opens a workbook of an old format (BIFF, or HTML and Excel 2003 XML saved as .xls) in a worker of its own whose heap is
 * limited: a hostile file can end the worker, never the server.
 */
export async function openXls(
  path: string,
  content: XlsJob['content'],
  context: WorkbookContext,
): Promise<OpenedWorkbook> {
  const { fileName, limits, knownHeaders, notes } = context;
  const { size } = await stat(path);
  if (size > limits.maxXlsBytes) {
    const mb = (bytes: number) => Math.round(bytes / 104857.6) / 10;
    throw new ReadError('file.too-large', { fileName, actualMb: mb(size), limitMb: mb(limits.maxXlsBytes) });
  }
  const worker = new XlsWorker({ path, content }, context);
  return {
    async *sheets() {
      let found = 0;
      let filled = 0;
      const infos = await worker.sheets;
      // The library reads garbage as a workbook without sheets.
      if (infos.length === 0) throw new ReadError('file.corrupt', { fileName });
      for (const [index, info] of infos.entries()) {
        if (info.hidden || !info.cells) {
          notes.push(sheetNote(info.hidden ? 'sheet.hidden' : 'sheet.not-cells', info.name));
          continue;
        }
        const rows = (keepColumns: number) => worker.rows(index, keepColumns);
        const opened = await openWorkbookSheet({
          name: info.name,
          fileName,
          limits,
          knownHeaders,
          merges: info.merges,
          rows,
        });
        if ('skipped' in opened) {
          if (opened.skipped === 'no-table') filled++;
          notes.push(sheetNote(opened.skipped === 'empty' ? 'sheet.empty' : 'sheet.no-table', info.name));
          continue;
        }
        found++;
        yield opened.sheet;
      }
      if (found === 0) throw new ReadError(filled > 0 ? 'file.no-header' : 'file.empty', { fileName });
    },
    close: () => worker.close(),
  };
}

interface Waiting {
  resolve(reply: Extract<XlsReply, { kind: 'rows' }>): void;
  reject(error: unknown): void;
}

class XlsWorker {
  readonly sheets: Promise<XlsSheetInfo[]>;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly context: WorkbookContext;
  private readonly onAbort: () => void;
  private lastId = 0;
  private failure: unknown;

  constructor(job: XlsJob, context: WorkbookContext) {
    this.context = context;
    context.signal?.throwIfAborted();
    this.worker = new Worker(new URL('./xls-worker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: context.limits.xlsMemoryMb },
      execArgv: [],
    });
    const started = Promise.withResolvers<XlsSheetInfo[]>();
    this.sheets = started.promise;
    this.sheets.catch(() => undefined);
    const fail = (error: unknown) => {
      this.failure ??= error;
      started.reject(this.failure);
      for (const { reject } of this.waiting.values()) reject(this.failure);
      this.waiting.clear();
    };
    this.worker.on('message', (reply: XlsReply) => {
      if (reply.kind === 'sheets') started.resolve(reply.sheets);
      else if (reply.kind === 'rows') this.answer(reply);
      else fail(this.failureOf(reply));
    });
    this.worker.on('error', (error) => fail(this.crashOf(error)));
    this.worker.on('exit', () => fail(new ReadError('file.corrupt', { fileName: context.fileName })));
    this.onAbort = () => {
      fail(context.signal?.reason);
      void this.worker.terminate();
    };
    context.signal?.addEventListener('abort', this.onAbort, { once: true });
  }

  async *rows(sheet: number, keepColumns: number): AsyncGenerator<WorkbookRow[]> {
    await this.sheets;
    let from: number | undefined = 0;
    while (from !== undefined) {
      const reply = await this.ask({ id: ++this.lastId, sheet, from, keepColumns });
      if (reply.rows.length > 0) yield reply.rows;
      from = reply.next;
    }
  }

  async close(): Promise<void> {
    this.context.signal?.removeEventListener('abort', this.onAbort);
    await this.worker.terminate();
  }

  private ask(request: XlsRequest): Promise<Extract<XlsReply, { kind: 'rows' }>> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.waiting.set(request.id, { resolve, reject });
      this.worker.postMessage(request);
    });
  }

  private answer(reply: Extract<XlsReply, { kind: 'rows' }>): void {
    this.waiting.get(reply.id)?.resolve(reply);
    this.waiting.delete(reply.id);
  }

  private failureOf(reply: Extract<XlsReply, { kind: 'failed' }>): ReadError {
    const { fileName } = this.context;
    switch (reply.reason) {
      case 'password':
        return new ReadError('file.password', { fileName });
      case 'encoding':
        return new ReadError('file.encoding', { fileName });
      case 'word':
        return new ReadError('file.unknown-format', {
          fileName,
          found: 'Word 或 PowerPoint 文档',
          foundEn: 'a Word or PowerPoint document',
        });
      case 'no-table':
        return new ReadError('file.no-header', { fileName, sheet: '' });
      case 'corrupt':
        return new ReadError('file.corrupt', { fileName, detail: reply.detail });
    }
  }

  private crashOf(error: Error & { code?: string }): Error {
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
    return new ReadError(
      'file.memory',
      { fileName: this.context.fileName, limitMb: this.context.limits.xlsMemoryMb },
      error,
    );
  }
}
