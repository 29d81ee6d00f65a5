import { Readable } from 'node:stream';
import { addDays } from '@jince/calendar';
import type { RouteName } from '@jince/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { enterDemoAccounts } from '../../funds/index.ts';
import { registerObjection } from '../commands/handle-objections.ts';
import { publishPublicityList } from '../commands/publish-publicity-list.ts';
import { listLines } from '../repositories/claim-repository.ts';
import { type Cast, onDay } from './demo-cast.ts';
import { act, type Played } from './play-claim.ts';

/** What the demo needs of the world around the module. */
export interface DemoTools {
  /** Runs the jobs that wait. */
  settle(): Promise<void>;
  /** Runs the handler of a route of any module. */
  call(ctx: Ctx, name: RouteName, input: object): Promise<unknown>;
}

/** Publishes approved claims of one policy as a list on a day. */
export async function publishDemo(ctx: Ctx, cast: Cast, claims: readonly Played[], day: string): Promise<void> {
  if (claims.length === 0) return;
  await publishPublicityList(onDay(ctx, day, 200, cast.officer), { claimIds: claims.map((one) => one.id) });
  const { texts } = ctx.services.jurisdiction.demoClaims;
  for (const one of claims)
    if (one.state === 'objected')
      await registerObjection(onDay(ctx, ctx.today, 0, cast.officer), one.id, {
        anonymous: true,
        text: texts.objection,
      });
}

async function dueOn(ctx: Ctx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{
    due: string | null;
  }>`select due_on as due from procedures.clock where district = ${ctx.district}
    and file_id = ${id} and clock = 'publicity' order by round desc limit 1`.execute(ctx.db);
  return rows[0]?.due ?? undefined;
}

const yuanText = (fen: number) => (fen / 100).toFixed(2);

/** Sends what is due through a batch, and books the treasury's answer. */
async function payDemo(ctx: Ctx, cast: Cast, claims: readonly Played[], day: string, tools: DemoTools): Promise<void> {
  const { treasury } = ctx.services.jurisdiction.demoClaims;
  const finance = onDay(ctx, day, 60, cast.finance);
  const lines = await listLines(
    ctx.db,
    ctx.district,
    claims.map((one) => one.id),
  );
  const { rows } = await sql<{
    id: string;
    party: string;
  }>`select id, party_id as party from funds.payable where district = ${ctx.district}
    and state = 'waiting' and origin_id = any(${lines.map((line) => line.id)}::uuid[]) order by released_at, id`.execute(
    ctx.db,
  );
  if (rows.length === 0) return;
  await enterDemoAccounts(finance, [...new Set(rows.map((row) => row.party))]);
  const batch = (await tools.call(finance, 'createBatch', {
    body: { payables: rows.map((row) => row.id), note: null },
  })) as { id: string };
  await tools.call(finance, 'downloadBatchFile', { body: { batchId: batch.id } });
  const sent = (await tools.call(finance, 'getBatch', { params: { id: batch.id } })) as {
    lines: { reference: string; accountName: string; amountFen: number }[];
  };
  const answers = sent.lines.map((line) => [
    line.reference,
    line.accountName,
    yuanText(line.amountFen),
    treasury.paid,
    finance.today,
    `${treasury.voucher}${line.reference}`,
  ]);
  const content = Buffer.from([treasury.headers, ...answers].map((row) => row.join(',')).join('\r\n'));
  const file = { fileName: treasury.fileName, mediaType: 'text/csv', content: Readable.from([content]), fields: {} };
  const result = (await tools.call(finance, 'uploadResult', { params: { id: batch.id }, file })) as { id: string };
  await tools.call(finance, 'applyResult', { params: { id: result.id } });
  await tools.settle();
}

/** Takes published claims through release, payment and what comes after. Returns whether they could be paid by today. */
export async function settleDemo(ctx: Ctx, cast: Cast, claims: readonly Played[], tools: DemoTools): Promise<boolean> {
  const [first] = claims;
  const last = first === undefined ? undefined : await dueOn(ctx, first.id);
  if (last === undefined || addDays(last, 3) > ctx.today) return false;
  const { documents, texts, clawBackReason } = ctx.services.jurisdiction.demoClaims;
  const released = addDays(last, 1);
  const documentNo = documents.release.replace('{year}', released.slice(0, 4)).replace('{n}', '1');
  for (const one of claims) {
    await act(ctx, { day: released, minute: 10, who: cast.officer }, one.id, 'conclude-publicity');
    await act(ctx, { day: released, minute: 30, who: cast.director }, one.id, 'release', { fields: { documentNo } });
  }
  await payDemo(ctx, cast, claims, addDays(last, 3), tools);
  const now = (who: Cast[keyof Cast]) => ({ day: ctx.today, minute: 0, who });
  for (const { id, state } of claims) {
    if (state === 'paid') continue;
    await act(ctx, now(cast.officer), id, 'archive');
    const found = {
      result: state === 'archived' ? 'pass' : 'problem',
      findings: texts[state === 'archived' ? 'spotCheck' : 'clawBack'],
    };
    await act(ctx, now(cast.reviewer), id, 'spot-check', { fields: found });
    if (state !== 'clawing-back') continue;
    const paid = (await listLines(ctx.db, ctx.district, [id])).reduce((sum, line) => sum + (line.paidFen ?? 0), 0);
    const half = Math.floor(paid / 2);
    await act(ctx, now(cast.director), id, 'claw-back', {
      fields: {
        decisionNo: documents.clawBack.replace('{year}', ctx.today.slice(0, 4)),
        reason: clawBackReason,
        statement: texts.clawBack,
        amountFen: paid,
        instalments: [
          { dueOn: addDays(ctx.today, 30), amountFen: half },
          { dueOn: addDays(ctx.today, 90), amountFen: paid - half },
        ],
        dishonesty: true,
      },
    });
  }
  return true;
}
