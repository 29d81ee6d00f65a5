import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/errors.ts';
import { markAllStale } from '../../platform/facts/index.ts';
import { findEntitlements } from './jobs/find-entitlements.ts';
import { openSubsidyDesk, SHENGZE, type SubsidyDesk, usccOf } from './testing/subsidy-desk.ts';

const CLAIMS = 500;
const EACH_FEN = 3_000_000;
/** So many fit, and a rest that is too small for one more. */
const FIT = 333;

let desk: SubsidyDesk;
let ids: string[];

/** Claims that await the decision, written as the way would leave them. */
async function writeCleared(versionId: string): Promise<string[]> {
  const { ctx } = desk;
  const rows = Array.from({ length: CLAIMS }, (_, n) => ({
    id: uuidv7(),
    party: uuidv7(),
    line: uuidv7(),
    uscc: usccOf(50_000 + n),
    name: `苏州并行${n}公司`,
    number: `JB2026-9${String(n).padStart(4, '0')}`,
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, party uuid, line uuid, uscc text, name text, number text)`;
  await sql`insert into parties.party (district, id, record_key, uscc, name, name_key, kind, status, town_code)
    select ${ctx.district}, r.party, r.uscc, r.uscc, r.name, r.name, 'enterprise', 'active', ${SHENGZE} from ${given}`.execute(
    ctx.db,
  );
  await sql`insert into procedures.file (district, id, procedure, number, state, version, subject_kind, subject_id, subject_label, party_id,
      town_code, opened_at, opened_by_name)
    select ${ctx.district}, r.id, 'subsidies.claim', r.number, 'cleared', 1, 'party', r.party::text, r.name, r.party, ${SHENGZE}, ${ctx.now}, '测试'
    from ${given}`.execute(ctx.db);
  await sql`insert into subsidies.claim (district, id, party_id, party_key, party_name, uscc, town_code, version_id, policy_code, policy_version,
      policy_title, fund, fund_year, origin, claimed_fen, submitted_at)
    select ${ctx.district}, r.id, r.party, r.uscc, r.name, r.uscc, ${SHENGZE}, ${versionId}, 'sample', 1, '样例扶持办法', '知识产权专项资金',
      2026, 'application', ${EACH_FEN}, ${ctx.now} from ${given}`.execute(ctx.db);
  await sql`insert into subsidies.claim_line (district, id, claim_id, position, item, item_name, clause, label, achievement_key, claimed_fen)
    select ${ctx.district}, r.line, r.id, 1, 'level', '优势企业奖励', '第三条第（一）项', '优势企业', 'enterprise:' || r.name || ':advantage-level',
      ${EACH_FEN} from ${given}`.execute(ctx.db);
  return rows.map((row) => row.id);
}

beforeAll(async () => {
  desk = await openSubsidyDesk();
  const versionId = await desk.policy();
  await desk.give(FIT * EACH_FEN + 1_000_000);
  ids = await writeCleared(versionId);
  await inTransaction(desk.ctx, (tx) => markAllStale(tx, desk.ctx, 'enterprise'));
  await desk.settle();
});
afterAll(() => desk.close());

describe('500 decisions at once against one budget', () => {
  it('approve exactly what fits, never more, with no deadlock and no half of a claim', async () => {
    const { director } = desk.hands();
    const settled = await Promise.allSettled(
      ids.map((id) => desk.act(director, id, 'decide-approve', { documentNo: '吴市监〔2026〕1号' })),
    );
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const codes = new Set(refused.map((one) => (one instanceof AppError ? one.code : String(one))));
    expect([...codes]).toEqual(['funds.budget.exceeded']);
    expect(settled.length - refused.length).toBe(FIT);
    const { rows } = await sql<{
      committed: number;
      available: number;
    }>`select committed_fen as committed, available_fen as available
      from funds.line where item = ''`.execute(desk.ctx.db);
    expect(rows).toEqual([{ committed: FIT * EACH_FEN, available: 1_000_000 }]);
    const states = await sql<{ state: string; n: number; promised: number }>`select f.state, count(*)::int as n,
        (count(*) filter (where l.payment = 'committed'))::int as promised
      from procedures.file f join subsidies.claim_line l on l.claim_id = f.id group by 1 order by 1`.execute(
      desk.ctx.db,
    );
    expect(states.rows).toEqual([
      { state: 'approved', n: FIT, promised: FIT },
      { state: 'cleared', n: CLAIMS - FIT, promised: 0 },
    ]);
  }, 240_000);

  it('publish in one list while others are refused and the district is looked over, and deadlock with nobody', async () => {
    const { officer, director } = desk.hands();
    const approved = await desk.call(officer, 'listPublicityCandidates');
    const claimIds = approved.groups.flatMap((group) => group.claims.map((claim) => claim.id));
    const refusing = claimIds.slice(0, 5);
    const publishing = claimIds.slice(5);
    const all = await Promise.allSettled([
      desk.call(officer, 'publishPublicityList', { body: { claimIds: publishing } }),
      findEntitlements(desk.test.system()),
      ...refusing.map((id) => desk.act(director, id, 'decide-refuse', { reason: '不符合条件' })),
    ]);
    expect(all.map((one) => one.status)).toEqual(all.map(() => 'fulfilled'));
    const { items } = await desk.call(desk.ctx, 'listPublicLists', { query: {} });
    expect(items).toMatchObject([{ rows: FIT - 5, totalWan: ((FIT - 5) * 3).toFixed(2) }]);
  }, 240_000);
});
