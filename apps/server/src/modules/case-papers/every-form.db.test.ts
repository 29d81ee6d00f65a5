import type { Readable } from 'node:stream';
import { casePapers } from '@jince/wujiang';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileAnswer } from '../../platform/module.ts';
import { openPapersDesk, type PapersDesk } from './testing/papers-desk.ts';

/** Stages of a case that is heard, reviewed by the lawyers, discussed, paid and closed, in order. */
const WALK = [
  'clue',
  'verifying',
  'filed',
  'investigating',
  'report',
  'review',
  'notified',
  'hearing',
  'deciding',
  'decided',
  'served',
  'executing',
  'published',
  'closed',
] as const;
type Stage = (typeof WALK)[number];

const FINE = 12_000_000;
const OUTCOME = { fineFen: FINE, confiscatedGoods: '侵权上衣60件' };
/** A blank for a pen: what nobody entered. */
const BLANK = '＿＿＿＿';
/** Their days and pages are known once the archive is bound. */
const OF_THE_ARCHIVE = ['file-cover', 'file-index', 'file-remarks'];

let desk: PapersDesk;
let caseId: string;
const made = new Map<string, { text: string; id: string; filled: number; entries: number }>();

/** The stage that asks for a form, else the last one that allows it. */
function stageOf(form: (typeof casePapers.forms)[number]): Stage {
  const allowed = WALK.filter((stage) => form.stages.includes(stage));
  const asking = allowed.find((stage) => form.wanted.some(({ stages }) => stages.includes(stage)));
  const stage = asking ?? allowed.at(-1);
  if (stage === undefined) throw new Error(`no stage of the walk allows ${form.form}`);
  return stage;
}

const STEPS = { head: 'head', legal: 'legal', director: 'director' } as const;

/** Begins a form at its stage, gives what the record does not, has it approved and puts it out. */
async function make(form: string, corrects: string | null): Promise<void> {
  const { id } = await desk.call('officer', 'beginCasePaper', { params: { id: caseId }, body: { form, corrects } });
  const begun = await desk.call('officer', 'getCasePaper', { params: { id } });
  const entries = Object.fromEntries(
    begun.entries.map(({ path, value, type }) => [path, value || (type === 'date' ? '2026-11-20' : '按案情填写')]),
  );
  const params = { id };
  let paper = await desk.call('officer', 'saveCasePaper', { params, body: { version: begun.version, entries } });
  const { version } = paper;
  expect([form, paper.missing]).toEqual([form, []]);
  paper = await desk.call('officer', 'submitCasePaper', { params, body: { version } });
  while (paper.next !== null)
    paper = await desk.call(STEPS[paper.next.step], 'approveCasePaper', {
      params,
      body: { version, verdict: 'approved' },
    });
  await desk.call('officer', 'issueCasePaper', { params, body: { version } });
  const text = JSON.stringify(await desk.call('officer', 'previewCasePaper', { params }));
  const filled = begun.entries.filter(({ value }) => value !== '').length;
  made.set(form, { text, id, filled, entries: begun.entries.length });
}

async function makeAll(stage: Stage): Promise<void> {
  for (const form of casePapers.forms.filter((one) => stageOf(one) === stage))
    await make(form.form, form.form === 'correction-notice' ? (made.get('correction-order')?.id ?? null) : null);
}

const act = (who: Parameters<PapersDesk['act']>[0], action: string, fields?: Record<string, unknown>) =>
  desk.act(who, caseId, action, fields);

async function serve(form: string, on: string): Promise<void> {
  const body = { mode: 'direct', recipient: '苏州示例服饰有限公司', receiver: '沈示例', servedOn: on };
  await desk.call('officer', 'recordService', { params: { id: made.get(form)?.id }, body });
}

const REVIEW = { opinion: 'agree', text: '事实清楚，证据充分。' };
const UNDER = { evidence: true, punishable: true, competent: true, inTime: true, opinion: '有初步证据' };

/** What takes the case to a stage, before the forms of that stage are made. */
const TO: Partial<Record<Stage, () => Promise<void>>> = {
  verifying: () => act('officer', 'verify'),
  filed: async () => {
    await act('officer', 'propose', UNDER);
    await act('director', 'file', { reason: '同意立案' });
    await desk.recuse(caseId);
  },
  investigating: () => act('officer', 'begin'),
  report: () =>
    act('officer', 'report', {
      facts: '查明当事人销售侵权上衣60件。',
      opinion: '建议处罚',
      decisionKind: 'penalty',
      complex: true,
      ...OUTCOME,
    }),
  review: () => act('officer', 'submit-review'),
  notified: async () => {
    await act('legal', 'review', { kind: 'review', ...REVIEW });
    await act('officer', 'notify', { ...OUTCOME, hearing: true, reasons: '告知拟处罚的事实和依据' });
  },
  hearing: async () => {
    await serve('hearing-right-notice', '2026-11-02');
    await act('officer', 'state-case', { text: '当事人称不知情。', accepted: false, answer: '不成立。' });
    await act('officer', 'request-hearing', { by: '苏州示例服饰有限公司' });
  },
  deciding: async () => {
    await serve('hearing-notice', '2026-11-02');
    desk.at('2026-11-20');
    await act('legal', 'conclude-hearing', {
      heldOn: '2026-11-18',
      presider: '赵听证',
      report: '建议维持拟处罚意见。',
    });
    await act('legal', 'review', { kind: 'legal-review', ...REVIEW });
    await act('director', 'discuss', { participants: '局长、副局长', opinion: '同意处罚' });
  },
  decided: () => act('director', 'decide', { kind: 'penalty', ...OUTCOME, reasons: '综合裁量' }),
  served: () => serve('penalty-decision', '2026-11-20'),
  executing: () => act('officer', 'execute'),
  published: async () => {
    await act('officer', 'record-payment', { kind: 'fine', paidFen: FINE, voucher: '票1' });
    const { items } = await desk.call('head', 'listCasePublicity', {});
    await desk.call('head', 'publishCasePenalty', { params: { id: items[0]?.id } });
  },
  closed: () => act('director', 'close', { summary: '执行完毕' }),
};

beforeAll(async () => {
  desk = await openPapersDesk();
  desk.at('2026-11-02');
  caseId = await desk.clue({ name: '苏州示例服饰有限公司' });
  for (const stage of WALK) {
    await TO[stage]?.();
    const { card } = await desk.call('officer', 'getCase', { params: { id: caseId } });
    expect(card.state).toBe(stage);
    await makeAll(stage);
  }
}, 180_000);
afterAll(() => desk.close());

describe('every form of the pack', () => {
  it('is made from the record of one case', () => {
    expect([...made.keys()].sort()).toEqual(casePapers.forms.map(({ form }) => form).sort());
  });

  it.each(casePapers.forms.map(({ form }) => form))(
    '%s says what the record knows and leaves no gap for it',
    (form) => {
      const { text = '' } = made.get(form) ?? {};
      expect(text).not.toMatch(/\{\{|undefined|\[object|NaN|null元/);
      if (!OF_THE_ARCHIVE.includes(form)) expect(text).not.toContain(BLANK);
    },
  );

  it('names the party, the officers and the article where the form has a place for them', () => {
    const said = (form: string) => made.get(form)?.text ?? '';
    expect(said('filing-approval')).toContain('苏州示例服饰有限公司');
    expect(said('filing-approval')).toContain('91320509MA1T000560');
    expect(said('inquiry-record')).toContain('执法证号');
    expect(said('thing-list')).toContain('侵权上衣');
    expect(said('hearing-notice')).toContain('听证');
    expect(said('hearing-record')).toContain('赵听证');
    expect(said('discussion-record')).toContain('局长、副局长');
    expect(said('recusal-decision')).toContain('与当事人是近亲属');
    expect(said('penalty-decision')).toContain('壹拾贰万元整');
    expect(said('penalty-decision')).toContain('六十日');
    expect(said('closing-approval')).toMatch(/已缴款120,000元/);
    expect(said('closing-approval')).toContain('公示');
  });

  it('tells the case when the notice of the hearing was served', async () => {
    const { checks } = await desk.call('officer', 'getCase', { params: { id: caseId } });
    expect(checks.find(({ check }) => check === 'notice-days')).toMatchObject({
      standing: 'done',
      text: expect.stringContaining('2026-11-02'),
    });
  });

  it('is filled by itself for most of what it asks', () => {
    const all = [...made.values()];
    const filled = all.reduce((sum, one) => sum + one.filled, 0);
    const asked = all.reduce((sum, one) => sum + one.entries, 0);
    expect(filled / asked).toBeGreaterThan(0.45);
  });

  it('goes out as PDF and as Word file', async () => {
    for (const { id } of made.values())
      for (const [format, head] of [
        ['pdf', '%PDF'],
        ['docx', 'PK'],
      ] as const) {
        const file = (await desk.call('officer', 'downloadCasePaper', {
          params: { id },
          query: { format },
        })) as FileAnswer;
        const bytes = Buffer.concat(await (file.content as Readable).toArray());
        expect(bytes.subarray(0, head.length).toString('latin1')).toBe(head);
      }
  });

  it('lies in the archive once, in the volume and the order of the regulation, pages of each volume without a gap', async () => {
    await desk.call('officer', 'makeCaseArchive', { params: { id: caseId }, body: { statement: null } });
    await desk.settle();
    const { archive, archiveOrder } = await desk.call('head', 'getCasePapers', { params: { id: caseId } });
    expect(archiveOrder).toMatchObject({ article: expect.stringContaining('第78条') });
    const items = archive?.items ?? [];
    const labels = casePapers.forms.filter(({ form }) => !OF_THE_ARCHIVE.includes(form)).map(({ label }) => label);
    expect(labels.filter((label) => !items.some(({ title }) => title === label))).toEqual([]);
    for (const { volume, sections } of casePapers.archive.volumes) {
      const own = items.filter((item) => item.volume === volume);
      expect([...new Set(own.map(({ section }) => section))]).toEqual(sections.map(({ label }) => label));
      expect(own.map(({ from }) => from)).toEqual([1, ...own.slice(0, -1).map(({ to }) => (to ?? 0) + 1)]);
    }
    const first = (volume: string) => items.filter((item) => item.volume === volume).map(({ title }) => title);
    expect(first('main').slice(0, 3)).toEqual(['立案审批表', '不予立案审批表', '行政处罚决定书']);
    expect(first('side')).toEqual(expect.arrayContaining(['案件调查终结报告', '行政处罚决定审批表']));
    expect(archive?.skipped).toEqual([]);
  }, 60_000);
});
