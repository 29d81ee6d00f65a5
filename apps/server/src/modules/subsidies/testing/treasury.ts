import { Readable } from 'node:stream';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Firm, SubsidyDesk } from './subsidy-desk.ts';

const HEADERS = ['支付明细号', '收款人户名', '收款人账号', '金额（元）', '支付结果', '失败原因', '支付日期', '凭证号'];
let number = 0;

/** Pays what is due to some firms through a batch and the treasury's answer. */
export async function payAll(
  desk: SubsidyDesk,
  finance: Ctx,
  firms: readonly Firm[],
  result = '支付成功',
): Promise<void> {
  for (const firm of firms)
    await desk.call(finance, 'setPartyAccount', {
      params: { id: firm.id },
      body: {
        accountName: firm.name,
        number: `62220211${String(++number).padStart(11, '0')}`,
        bankName: '吴江农村商业银行',
        reason: '首次登记',
      },
    });
  const payables = await desk.call(finance, 'listPayables', { query: { pageSize: 500, state: 'waiting' } });
  const payees = new Set(firms.map((firm) => firm.id));
  const ids = payables.items.filter((one) => payees.has(one.party.id)).map((one) => one.id);
  const { id } = await desk.call(finance, 'createBatch', { body: { payables: ids } });
  await desk.call(finance, 'downloadBatchFile', { body: { batchId: id } });
  const batch = await desk.call(finance, 'getBatch', { params: { id } });
  const today = desk.hands().finance.today;
  const failed = result !== '支付成功';
  const rows = batch.lines.map((line) => [
    line.reference,
    line.accountName,
    `********${line.last4}`,
    (line.amountFen / 100).toFixed(2),
    result,
    failed ? '账号已销户' : '',
    failed ? '' : today,
    failed ? '' : `GK${line.reference}`,
  ]);
  const content = Buffer.from([HEADERS, ...rows].map((row) => row.join(',')).join('\r\n'));
  const preview = await desk.call(finance, 'uploadResult', {
    params: { id },
    file: { fileName: '回执.csv', mediaType: 'text/csv', content: Readable.from([content]), fields: {} },
  });
  await desk.call(finance, 'applyResult', { params: { id: preview.id } });
  await desk.settle();
}
