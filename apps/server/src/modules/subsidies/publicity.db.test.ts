import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../platform/errors/errors.ts';
import { bring, levelClaim } from './testing/claim-way.ts';
import { type Hands, openSubsidyDesk, type SubsidyDesk } from './testing/subsidy-desk.ts';

let desk: SubsidyDesk;
let hands: Hands;
let versionId: string;
let firms = 0;

beforeAll(async () => {
  desk = await openSubsidyDesk();
  versionId = await desk.policy();
  await desk.give(50_000_000);
  hands = desk.hands();
});
afterAll(() => desk.close());

const firm = (over = {}) => desk.firm(`苏州公示${++firms}公司`, over);
const codeOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return (error as AppError | undefined)?.code;
};

describe('objections', () => {
  it('are asked for a name unless they are anonymous, and send an upheld one back to decision', async () => {
    const id = await bring(desk, await levelClaim(desk, versionId, (await firm()).id), 'approved');
    const early = { params: { id }, body: { anonymous: true, text: '不符合条件' } };
    expect(await codeOf(desk.call(hands.officer, 'registerObjection', early))).toBe(
      'subsidies.objection.not-in-publicity',
    );
    const { id: listId } = await desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [id] } });
    const object = (body: object) => desk.call(hands.officer, 'registerObjection', { params: { id }, body });
    expect(await codeOf(object({ anonymous: false, text: '不符合条件' }))).toBe('subsidies.objection.anonymous');
    expect(await codeOf(object({ anonymous: true, by: '张三', text: '不符合条件' }))).toBe(
      'subsidies.objection.anonymous',
    );
    const first = await object({ anonymous: true, text: '不符合条件' });
    const second = await object({ anonymous: false, by: '张三', text: '材料不实，请核查' });
    expect(first).toMatchObject({ by: null, contact: null });
    const answer = (objectionId: string, upheld: boolean) =>
      desk.call(hands.officer, 'answerObjection', {
        params: { id: objectionId },
        body: { upheld, answer: '经核实答复' },
      });
    await answer(first.id, false);
    expect((await desk.call(hands.officer, 'getClaim', { params: { id } })).state).toBe('objected');
    await answer(second.id, true);
    expect(await codeOf(answer(second.id, false))).toBe('subsidies.objection.answered');
    const claim = await desk.call(hands.officer, 'getClaim', { params: { id } });
    expect(claim).toMatchObject({ state: 'cleared', lineItems: [{ payment: 'none', approvedFen: null }] });
    expect((await desk.call(desk.ctx, 'getPublicList', { params: { id: listId } })).entries[0]?.standing).toBe(
      'withdrawn',
    );
    expect(await desk.act(hands.director, id, 'decide-approve', { documentNo: '文号2' })).toBe('approved');
  });
});

describe('the public list', () => {
  it('masks persons and keeps corrections in sight', async () => {
    const person = await firm({ kind: 'other', uscc: null });
    await sql`update parties.party set name = '欧阳明日', record_key = '欧阳明日' where id = ${person.id}`.execute(
      desk.ctx.db,
    );
    const id = await bring(desk, await levelClaim(desk, versionId, person.id), 'approved');
    const { id: listId } = await desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [id] } });
    const read = () => desk.call(desk.ctx, 'getPublicList', { params: { id: listId } });
    const before = await read();
    expect(before.entries[0]).toMatchObject({ name: '欧*', uscc: '' });
    expect(JSON.stringify(before)).not.toContain('欧阳明日');
    const correct = (body: object) =>
      desk.call(hands.officer, 'correctPublicityRow', { params: { id: listId, no: 1 }, body });
    await correct({ reason: '补充说明', note: '联系电话13812345678' });
    expect(await codeOf(correct({ reason: '重复', note: '联系电话13812345678' }))).toBe(
      'subsidies.publicity.nothing-changed',
    );
    const after = await read();
    expect(after.entries[0]).toMatchObject({ standing: 'corrected', note: '已更正；联系电话138****5678' });
    expect(after.changes).toMatchObject([{ kind: 'correction', no: 1, reason: '补充说明' }]);
    await expect(sql`delete from subsidies.public_change`.execute(desk.ctx.db)).rejects.toThrow('never changed');
  });

  it('holds claims that are approved, of one policy version', async () => {
    const draft = await levelClaim(desk, versionId, (await firm()).id);
    expect(await codeOf(desk.call(hands.officer, 'publishPublicityList', { body: { claimIds: [draft] } }))).toBe(
      'subsidies.publicity.not-approved',
    );
  });
});
