import { Readable } from 'node:stream';
import type { Ctx } from '../../../platform/context/context.ts';
import { applyResult } from '../commands/apply-result.ts';
import { downloadBatchFile } from '../commands/send-batch.ts';
import { uploadResult } from '../commands/upload-result.ts';
import { getBatch } from '../queries/show-batch.ts';
import { getResult } from '../queries/show-result.ts';

export interface AnswerCells {
  readonly reference?: string;
  readonly name?: string;
  readonly account?: string;
  readonly amount?: string;
  readonly result?: string;
  readonly reason?: string;
  readonly paidOn?: string;
  readonly voucherNo?: string;
}

export const HEADERS = [
  '支付明细号',
  '收款人户名',
  '收款人账号',
  '金额（元）',
  '支付结果',
  '失败原因',
  '支付日期',
  '凭证号',
];

type Batch = Awaited<ReturnType<typeof getBatch>>;
/** What the treasury would send back: a line of the batch changed into cells, or lines at will. */
export type Answer = (batch: Batch, today: string) => (readonly string[])[];

/** Answers every line of a batch alike. */
export function answer(over: AnswerCells | ((lineNo: number) => AnswerCells | null) = {}): Answer {
  return (batch, today) =>
    batch.lines.flatMap((line) => {
      const cells = typeof over === 'function' ? over(line.lineNo) : over;
      if (cells === null) return [];
      const result = cells.result ?? '支付成功';
      const failed = result !== '支付成功';
      return [
        [
          cells.reference ?? line.reference,
          cells.name ?? line.accountName,
          cells.account ?? `********${line.last4}`,
          cells.amount ?? (line.amountFen / 100).toFixed(2),
          result,
          cells.reason ?? '',
          cells.paidOn ?? (failed ? '' : today),
          cells.voucherNo ?? (failed ? '' : `GK${line.reference}`),
        ],
      ];
    });
}

export const toCsv = (rows: readonly (readonly string[])[], headers: readonly string[] = HEADERS): Buffer =>
  Buffer.from(
    `${[headers, ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`,
  );

const lines = (file: Awaited<ReturnType<typeof downloadBatchFile>>): string =>
  (file.content as Buffer).toString('utf8');

/** Downloads the payment file of a batch, which sends it. */
export async function send(ctx: Ctx, batchId: string): Promise<string> {
  return lines(await downloadBatchFile(ctx, batchId));
}

/** Hands a file in and shows what it would do. */
export async function handIn(ctx: Ctx, batchId: string, content: Buffer, fileName = '支付回执.csv') {
  const file = { fileName, mediaType: 'text/csv', content: Readable.from([content]), fields: {} };
  return getResult(ctx, await uploadResult(ctx, batchId, file));
}

/** Sends a batch and books the treasury's answer to it. */
export async function book(ctx: Ctx, batchId: string, reply: Answer): Promise<void> {
  await send(ctx, batchId);
  const rows = reply(await getBatch(ctx, batchId), ctx.today);
  const preview = await handIn(ctx, batchId, toCsv(rows));
  if (!preview.applicable) throw new Error(preview.problems.map((one) => one.text).join('；'));
  await applyResult(ctx, preview.id);
}

/** Node encodes no GBK: the characters needed are taken from its decoder. */
export function toGbk(content: Buffer): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const pair = Buffer.from([lead, trail]);
      const text = decoder.decode(pair);
      if (text.length === 1 && !codes.has(text)) codes.set(text, pair);
    }
  const bytes = [...content.toString('utf8')].map((one) => (one < '\u0080' ? Buffer.from(one) : codes.get(one)));
  if (bytes.includes(undefined)) throw new RangeError('GBK lacks a character of this text');
  return Buffer.concat(bytes as Buffer[]);
}
