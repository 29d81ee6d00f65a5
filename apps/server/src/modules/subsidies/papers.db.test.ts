import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../platform/context/context.ts';
import { bring, levelClaim } from './testing/claim-way.ts';
import { type Hands, openSubsidyDesk, type SubsidyDesk } from './testing/subsidy-desk.ts';

let desk: SubsidyDesk;
let hands: Hands;
let versionId: string;
beforeAll(async () => {
  desk = await openSubsidyDesk();
  versionId = await desk.policy();
  await desk.give(10_000_000);
  hands = desk.hands();
});
afterAll(() => desk.close());

let made = 0;
const claimIn = async (state: string) =>
  bring(desk, await levelClaim(desk, versionId, (await desk.firm(`苏州文书${++made}公司`)).id), state);

/** All words of a paper as the screen shows it. */
async function wordsOf(ctx: Ctx, id: string, template: string): Promise<string> {
  return JSON.stringify(await desk.call(ctx, 'previewFileDocument', { params: { id, template } }));
}

describe('official papers of a claim', () => {
  it('say what was done, to whom and on which day', async () => {
    const accepted = await claimIn('accepted');
    const { number } = await desk.call(hands.officer, 'getClaim', { params: { id: accepted } });
    const notice = await wordsOf(hands.officer, accepted, 'acceptance-notice');
    for (const part of [number, '苏州文书1公司', '优势企业', '样例扶持办法', '营业执照', '2026年11月22日'])
      expect(notice).toContain(part);
    const form = await wordsOf(hands.checker, accepted, 'review-form');
    for (const part of ['初审', '定额30,000元', '存续']) expect(form).toContain(part);
  });

  it('tell the whole supplement at once, with its last day', async () => {
    const id = await claimIn('recommended');
    await desk.act(hands.officer, id, 'request-supplement', { items: ['加盖公章的申请表', '委托书'] });
    const notice = await wordsOf(hands.officer, id, 'supplement-notice');
    for (const part of ['加盖公章的申请表', '委托书', '2026年11月27日']) expect(notice).toContain(part);
    await desk.act(hands.officer, id, 'not-accept', { reason: '逾期未补正' });
    expect(await wordsOf(hands.officer, id, 'non-acceptance-notice')).toContain('逾期未补正');
  });

  it('give the reason of a refusal, and nothing before there is one', async () => {
    const id = await claimIn('cleared');
    await expect(wordsOf(hands.director, id, 'rejection-decision')).rejects.toMatchObject({
      code: 'procedures.template.not-offered',
    });
    await desk.act(hands.director, id, 'decide-refuse', { reason: '成果不符合要求' });
    expect(await wordsOf(hands.director, id, 'rejection-decision')).toContain('成果不符合要求');
  });
});
