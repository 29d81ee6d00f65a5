import { createHash } from 'node:crypto';

export interface PaymentFileLine {
  readonly lineNo: number;
  readonly reference: string;
  readonly accountName: string;
  readonly number: string;
  readonly bankName: string;
  readonly amountFen: number;
  readonly purpose: string;
  readonly documentNo: string;
}

const HEADERS = ['序号', '支付明细号', '收款人户名', '收款人账号', '开户银行', '金额（元）', '用途', '依据文号'];

/** No cell is ever a formula: what begins like one is kept as text by an apostrophe, line breaks become blanks. */
export function textCell(text: string): string {
  const flat = text.replace(/[\r\n\t\0]+/g, ' ').trim();
  return quoted(/^[=+\-@＝＋－＠]/.test(flat) ? `'${flat}` : flat);
}

/** Digits that a spreadsheet must not turn into a number: a tab keeps them as text and is no part of them. */
const digitsCell = (digits: string): string => quoted(`\t${digits}`);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Fen as `30000.00`. */
export const plainYuan = (fen: number): string =>
  `${Math.trunc(fen / 100)}.${String(Math.abs(fen % 100)).padStart(2, '0')}`;

/** The file for the treasury: UTF-8 with a mark, CRLF, a control row at the end. The same lines give the same bytes. */
export function writePaymentFile(lines: readonly PaymentFileLine[]): {
  readonly content: Buffer;
  readonly sha256: string;
} {
  const rows = lines.map((line) => [
    String(line.lineNo),
    quoted(line.reference),
    textCell(line.accountName),
    digitsCell(line.number),
    textCell(line.bankName),
    plainYuan(line.amountFen),
    textCell(line.purpose),
    textCell(line.documentNo),
  ]);
  const total = lines.reduce((sum, line) => sum + line.amountFen, 0);
  const control = [quoted('合计'), quoted(`共 ${lines.length} 笔`), '', '', '', plainYuan(total), '', ''];
  const text = [HEADERS.map(quoted), ...rows, control].map((cells) => cells.join(',')).join('\r\n');
  const content = Buffer.from(`\uFEFF${text}\r\n`);
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
}
