import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { fundsModule } from '../../funds/index.ts';

type Handle = (ctx: Ctx, input: object) => Promise<Record<string, unknown> & { id: string }>;

/** Funds are worked through their routes, as a finance officer would. */
const route = (name: string) => fundsModule.routes.find((one) => one.name === name)?.handle as unknown as Handle;

interface Waiting {
  readonly id: string;
  readonly party_id: string;
  readonly party: string;
}

async function enterAccounts(finance: Ctx, rows: readonly Waiting[]): Promise<void> {
  for (const [at, { party_id, party }] of rows.entries()) {
    const { current } = await route('getPartyAccount')(finance, { params: { id: party_id } });
    if (current !== null) continue;
    const number = `62220211${String(900 + at).padStart(11, '0')}`;
    await route('setPartyAccount')(finance, {
      params: { id: party_id },
      body: { accountName: party, number, bankName: '示例银行', reason: '登记' },
    });
  }
}

/** Pays the instalments of projects that are due, with an invented answer of the treasury: account, batch, file, answer. Returns how many. */
export async function payWaitingInstalments(finance: Ctx): Promise<number> {
  const { rows } = await sql<Waiting>`select y.id, p.id as party_id, p.name as party from funds.payable y
    join parties.party p on p.district = y.district and p.record_key = y.party_key
    where y.district = ${finance.district} and y.state = 'waiting' and y.origin_kind = 'programs.instalment'
    order by y.id`.execute(finance.db);
  if (rows.length === 0) return 0;
  await enterAccounts(finance, rows);
  const batch = await route('createBatch')(finance, {
    body: { payables: rows.map((row) => row.id), note: '项目资助（示例）' },
  });
  await route('downloadBatchFile')(finance, { body: { batchId: batch.id } });
  const sent = await route('getBatch')(finance, { params: { id: batch.id } });
  const lines = (sent.lines as { reference: string; amountFen: number }[]).map(
    ({ reference, amountFen }) => `${reference},${(amountFen / 100).toFixed(2)},成功,,${finance.today}`,
  );
  const content = `支付明细号,金额（元）,支付状态,失败原因,支付日期\n${lines.join('\n')}\n`;
  const answer = await route('uploadResult')(finance, {
    params: { id: batch.id },
    file: {
      fileName: '支付结果（示例）.csv',
      mediaType: 'text/csv',
      content: Readable.from([Buffer.from(content)]),
      fields: {},
    },
  });
  if ((answer.problems as unknown[]).length > 0) throw new Error(JSON.stringify(answer.problems));
  await route('applyResult')(finance, { params: { id: answer.id } });
  return rows.length;
}
