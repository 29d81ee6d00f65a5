import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../platform/errors/errors.ts';
import {
  CODES,
  csv,
  firm,
  type ImportDesk,
  openImportDesk,
  REGISTER,
} from '../../platform/imports/testing/import-desk.ts';
import { rightsPort } from '../ip-rights/index.ts';
import { judgeMatch, withdrawJudgement } from './commands/judge-match.ts';
import { getReview, listJudgements, listReviews } from './queries/show-reviews.ts';

const [A, B, C] = CODES;
const LIST = ['序号', '企业名称', '统一社会信用代码', '证书编号', '发证日期', '有效期至', '所属镇（区）'];
let desk: ImportDesk;
let register: string;

/** Two firms with one brand and trade in two towns, and one alone. */
const registerFile = () =>
  csv(
    REGISTER,
    firm('苏州恒锦纺织有限公司', A, { 注册地址: '江苏省苏州市吴江区盛泽镇西二环路1号' }),
    firm('吴江恒锦纺织有限公司', B, { 注册地址: '江苏省苏州市吴江区震泽镇大船港村2号' }),
    firm('苏州兆辉精密机械有限公司', C, { 注册地址: '江苏省苏州市吴江区黎里镇芦莘大道3号' }),
  );
const list = (...rows: [name: string, code?: string, town?: string][]) =>
  csv(
    LIST,
    ...rows.map(([name, code = '', town = ''], i) => [
      String(i + 1),
      name,
      code,
      `GR20233200100${i}`,
      '2023-11-06',
      '2026-11-05',
      town,
    ]),
  );

beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());
beforeEach(async () => {
  const { db } = desk.ctx;
  const { rows } = await sql<{
    id: string;
  }>`select id from imports.import where state = 'committed' order by commit_seq desc`.execute(db);
  for (const row of rows) await desk.undo(row.id);
  await sql`delete from parties.judgement`.execute(db);
  await sql`delete from parties.mention`.execute(db);
  register = (await desk.take('登记.csv', registerFile())).id;
});

interface MentionState {
  id: string;
  decision: string;
  party: string | null;
  reasons: { code: string; text: string; weight?: number }[];
}

async function mention(name: string): Promise<MentionState> {
  const { rows } =
    await sql<MentionState>`select m.id, m.decision, p.record_key as party, m.reasons from parties.mention m
    left join parties.party p on p.district = m.district and p.id = m.party_id where m.name = ${name}`.execute(
      desk.ctx.db,
    );
  return rows[0] as MentionState;
}
const partyId = async (key: string) => (await desk.parties())[key]?.id as string;
const waiting = async () =>
  (await listReviews(desk.ctx, rightsPort, { page: 1, pageSize: 50 })).items.map((item) => item.name);
async function judge(name: string, key: string, verdict: 'same' | 'not-same' | 'unsure', as = desk.ctx) {
  const answer = await judgeMatch(as, (await mention(name)).id, { partyId: await partyId(key), verdict });
  await desk.drain();
  return answer;
}
async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: AppError) => thrown,
  );
  return error === undefined ? 'no refusal' : desk.test.services.sentence(error, 'zh').text;
}

const DOUBTFUL = '恒锦纺织';

describe('entries of a list against the register', () => {
  it('links by code or by name, asks about homonyms, leaves strangers alone, and counts each', async () => {
    const preview = await desk.upload(
      '高企.csv',
      list(['苏州兆辉精密机械有限公司'], ['苏州恒锦纺织有限公司（盛泽）', A], [DOUBTFUL], ['上海某某生物医药有限公司']),
    );
    expect(preview.counts).toMatchObject({ linkedAuto: 2, linkedByPerson: 0, toReview: 1, unlinked: 1 });
    expect(await mention('苏州兆辉精密机械有限公司')).toMatchObject({ decision: 'auto', party: C });
    expect((await mention('上海某某生物医药有限公司')).decision).toBe('none');
    expect(await waiting()).toEqual([DOUBTFUL]);
    const review = await getReview(desk.ctx, rightsPort, (await mention(DOUBTFUL)).id);
    expect(review.candidates.map((candidate) => candidate.uscc).toSorted()).toEqual([A, B].toSorted());
    expect(review.candidates.every((candidate) => candidate.reasons.length > 0)).toBe(true);
    expect(review).toMatchObject({ remaining: 1, nextId: null });
  });

  it('lets the town decide between homonyms', async () => {
    await desk.upload('高企.csv', list(['苏州恒锦纺织有限公司', '', '盛泽镇']));
    const found = await mention('苏州恒锦纺织有限公司');
    expect(found).toMatchObject({ decision: 'auto', party: A });
    const town = found.reasons.find((reason) => reason.code.startsWith('town.'));
    expect(town?.weight).toBeGreaterThan(0);
  });

  it('shows an accepted list entry on the party it was linked to', async () => {
    await desk.take('高企.csv', list(['苏州兆辉精密机械有限公司']));
    const { rows } = await sql`select s.kind, s.certificate_no from parties.membership s
      join parties.mention m on m.id = s.mention_id where m.party_id = ${await partyId(C)}`.execute(desk.ctx.db);
    expect(rows).toEqual([{ kind: 'high-tech', certificate_no: 'GR202332001000' }]);
  });

  it('is compared again when the register grows', async () => {
    await desk.undo(register);
    await desk.take('高企.csv', list(['苏州兆辉精密机械有限公司']));
    expect((await mention('苏州兆辉精密机械有限公司')).decision).toBe('none');
    await desk.take('登记.csv', registerFile());
    expect(await mention('苏州兆辉精密机械有限公司')).toMatchObject({ decision: 'auto', party: C });
  });
});

describe('a person judges', () => {
  beforeEach(async () => {
    await desk.take('高企.csv', list([DOUBTFUL], ['苏州兆辉精密机械有限公司']));
  });

  it('same: linked by a person, with the reason, audited, and gone from the list', async () => {
    expect(await judge(DOUBTFUL, B, 'same')).toMatchObject({ conflict: null });
    const found = await mention(DOUBTFUL);
    expect(found).toMatchObject({ decision: 'person', party: B });
    expect(found.reasons).toEqual([{ code: 'judgement', text: `${desk.ctx.actor.displayName}判定为同一主体` }]);
    expect(await waiting()).toEqual([]);
    expect(await desk.audit(found.id)).toEqual(['parties.review.judge']);
  });

  it('not the same: never proposed again; with all ruled out it is nobody here and waits no longer', async () => {
    await judge(DOUBTFUL, A, 'not-same');
    expect((await mention(DOUBTFUL)).party).not.toBe(A);
    await judge(DOUBTFUL, B, 'not-same');
    const found = await mention(DOUBTFUL);
    expect(found).toMatchObject({ decision: 'none', party: null });
    expect(found.reasons.map((reason) => reason.text)).toEqual(['所有候选都已判定不是同一主体']);
    expect(await waiting()).toEqual([]);
    // The same register and the same list once more change nothing of it.
    await desk.take('登记二.csv', registerFile());
    await desk.take('高企二.csv', list([DOUBTFUL], ['苏州兆辉精密机械有限公司']));
    expect(await mention(DOUBTFUL)).toMatchObject({ decision: 'none', party: null });
    expect(await waiting()).toEqual([]);
  });

  it('not the same against the engine: the link goes at once and does not return', async () => {
    await judge('苏州兆辉精密机械有限公司', C, 'not-same');
    expect(await mention('苏州兆辉精密机械有限公司')).toMatchObject({ party: null });
    await desk.take('登记二.csv', registerFile());
    expect(await mention('苏州兆辉精密机械有限公司')).toMatchObject({ party: null });
  });

  it('unsure: it goes on waiting', async () => {
    await judge(DOUBTFUL, A, 'unsure');
    expect(await waiting()).toEqual([DOUBTFUL]);
  });

  it('a newer word on the same pair replaces the older and says whose', async () => {
    const colleague = await desk.test.as('ip-officer');
    await judge(DOUBTFUL, A, 'same', colleague);
    const { conflict } = await judge(DOUBTFUL, A, 'not-same');
    expect(conflict).toBe(
      `已替代${colleague.actor.displayName}先前的判定：“${DOUBTFUL}”与“苏州恒锦纺织有限公司”是同一主体`,
    );
    expect((await mention(DOUBTFUL)).party).not.toBe(A);
    const { items } = await listJudgements(desk.ctx, { page: 1, pageSize: 10 });
    expect(items.map((item) => [item.verdict, item.withdrawnAt === null])).toEqual(
      expect.arrayContaining([
        ['same', false],
        ['not-same', true],
      ]),
    );
  });

  it('a second party for one name is refused with whose word stands against it', async () => {
    await judge(DOUBTFUL, A, 'same');
    expect(await refusal(judge(DOUBTFUL, B, 'same'))).toBe(
      `${desk.ctx.actor.displayName}已判定该名称就是“苏州恒锦纺织有限公司”。如有误，请先在判定记录里撤回。`,
    );
  });

  it('takes it back: the name waits again as the engine left it', async () => {
    const before = await mention(DOUBTFUL);
    const { id } = await judge(DOUBTFUL, B, 'same');
    await withdrawJudgement(desk.ctx, id);
    await desk.drain();
    expect(await mention(DOUBTFUL)).toMatchObject({ decision: 'review', party: null, reasons: before.reasons });
    expect(await waiting()).toEqual([DOUBTFUL]);
    expect(await refusal(withdrawJudgement(desk.ctx, id))).toBe('该判定已经撤回。');
    expect(await desk.audit(before.id)).toEqual(['parties.review.judge', 'parties.review.withdraw']);
  });

  it('holds through the undoing and the return of the register, though the party is a new row', async () => {
    await judge(DOUBTFUL, B, 'same');
    const oldId = await partyId(B);
    await desk.undo(register);
    const meanwhile = await mention(DOUBTFUL);
    expect(meanwhile).toMatchObject({ decision: 'person', party: null });
    expect(meanwhile.reasons[0]?.text).toContain('目前不在登记册中');
    await desk.take('登记二.csv', registerFile());
    expect(await mention(DOUBTFUL)).toMatchObject({ decision: 'person', party: B });
    expect(await partyId(B)).not.toBe(oldId);
  });

  it('holds through the undoing and the return of the list', async () => {
    await judge(DOUBTFUL, B, 'same');
    const { rows } = await sql<{
      id: string;
    }>`select id from imports.import where state = 'committed' and kind = 'high-tech'`.execute(desk.ctx.db);
    await desk.undo(rows[0]?.id as string);
    const again = await desk.take('高企二.csv', list([DOUBTFUL]));
    expect(again.counts).toMatchObject({ linkedByPerson: 1, toReview: 0 });
    expect(await mention(DOUBTFUL)).toMatchObject({ decision: 'person', party: B });
  });

  it('is not asked about what lies outside his towns', async () => {
    const stranger = await desk.test.as('liaison', 'town', '320509104');
    const { id } = await mention(DOUBTFUL);
    await expect(getReview(stranger, rightsPort, id)).rejects.toMatchObject({ code: 'platform.not-found' });
    await expect(judgeMatch(stranger, id, { partyId: await partyId(A), verdict: 'same' })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
    const liaison = await desk.test.as('liaison', 'town', '320509105');
    expect((await getReview(liaison, rightsPort, id)).mention.name).toBe(DOUBTFUL);
    // The other candidate is not of his town.
    await expect(judgeMatch(liaison, id, { partyId: await partyId(B), verdict: 'same' })).rejects.toMatchObject({
      code: 'platform.not-found',
    });
    await judge(DOUBTFUL, A, 'same', liaison);
    expect(await mention(DOUBTFUL)).toMatchObject({ decision: 'person', party: A });
  });
});

describe('walking through what waits', () => {
  it('comes past every name once, in the order of the list, and begins again', async () => {
    await desk.take('高企.csv', list(['恒锦纺织'], ['恒锦纺织厂'], ['恒锦织造'], ['恒锦纺织品']));
    const order = (await listReviews(desk.ctx, rightsPort, { page: 1, pageSize: 50 })).items.map((item) => item.id);
    expect(order.length).toBeGreaterThan(1);
    const walked: string[] = [];
    for (let id: string | null = order[0] as string, i = 0; i < order.length; i++) {
      walked.push(id as string);
      id = (await getReview(desk.ctx, rightsPort, id as string)).nextId;
    }
    expect(walked).toEqual(order);
    expect((await getReview(desk.ctx, rightsPort, order.at(-1) as string)).nextId).toBe(order[0]);
  });
});
