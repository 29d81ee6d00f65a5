import { stateCouncilCalendar } from '@jince/calendar';
import type { CaseDecision, CaseRecord } from '@jince/contract';
import { casePapers } from '@jince/wujiang';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actedBefore, type GivenApproval, nextStep, standingApprovals } from './approval-way.ts';
import { type ArchivePart, type PlannedPart, planArchive } from './archive-plan.ts';
import { dueBy, publicityDuty, publicityStanding } from './publicity-rule.ts';
import { judgeService, type ServiceInput } from './service-rule.ts';
import { canSuggest } from './suggest-entries.ts';
import { CIRCUMSTANCE_NAMES, wantedPapers } from './wanted-papers.ts';
import { periodWords, sentence, yuan, yuanWithWords } from './words.ts';

const given = (
  step: GivenApproval['step'],
  verdict: GivenApproval['verdict'] = 'approved',
  by: string = step,
): GivenApproval => ({
  seq: 1,
  version: 1,
  step,
  verdict,
  opinion: null,
  by,
  byName: by,
  at: '2026-11-02T02:00:00Z',
});

describe('approvals', () => {
  const way = ['head', 'legal', 'director'] as const;

  it('go in order and begin anew after a return', () => {
    expect(nextStep(way, [given('handler')])).toBe('head');
    expect(nextStep(way, [given('handler'), given('head')])).toBe('legal');
    expect(nextStep(way, [given('handler'), given('head'), given('legal'), given('director')])).toBeUndefined();
    const returned = [given('handler'), given('head'), given('legal', 'returned')];
    expect(standingApprovals(returned)).toEqual([]);
    expect(nextStep(way, [...returned, given('handler')])).toBe('head');
  });

  it('are given by another hand each', () => {
    const round = [given('handler', 'approved', 'a'), given('head', 'approved', 'b')];
    expect([actedBefore(round, 'a'), actedBefore(round, 'b'), actedBefore(round, 'c')]).toEqual([true, true, false]);
  });
});

describe('words', () => {
  it('say money and terms as papers do', () => {
    expect(yuan(6_000_050)).toBe('60,000.50元');
    expect(yuanWithWords(6_000_000)).toBe('60,000元（大写：陆万元整）');
    expect(periodWords('case.reconsideration', '2026-11-20')).toBe('六十日');
    expect(periodWords('case.hearing-request', '2026-11-20')).toBe('五个工作日');
    expect(periodWords('case.suit', '2026-11-20')).toBe('六个月');
    expect(() => periodWords('case.suit', '1999-01-01')).toThrow('no term');
    expect(sentence('自{a}至{b}。', { a: '甲' })).toBe('自甲至。');
  });
});

const decision = (over: Partial<CaseDecision> = {}): CaseDecision => ({
  kind: 'penalty',
  kindLabel: '行政处罚',
  decidedOn: '2026-11-02',
  warning: false,
  fineFen: 6_000_000,
  confiscatedFen: 0,
  confiscatedGoods: null,
  other: null,
  ground: null,
  reasons: '',
  rangeMinFen: null,
  rangeMaxFen: null,
  toOrganisation: null,
  toOrganisationName: null,
  decidedBy: '',
  paperNo: null,
  servedOn: null,
  supersededReason: null,
  ...over,
});
const recordOf = (over: Partial<CaseDecision>, track: 'general' | 'summary' = 'general') =>
  ({ decision: decision(over), card: { track } }) as unknown as CaseRecord;

describe('publicity', () => {
  it('is owed of penalties by the general procedure, a warning alone excepted', () => {
    const duty = (over: Partial<CaseDecision>, track?: 'summary') =>
      publicityDuty(recordOf(over, track), false, casePapers).duty;
    expect(duty({})).toBe('publish');
    expect(duty({ warning: true, fineFen: 0 })).toBe('exempt');
    expect(duty({ warning: true, fineFen: 0, confiscatedGoods: '标识' })).toBe('publish');
    expect(duty({}, 'summary')).toBe('exempt');
    expect(duty({ kind: 'no-penalty' })).toBe('none');
  });

  it('lasts three months for a low fine alone, else three years', () => {
    const term = (over: Partial<CaseDecision>, natural = false) => {
      const duty = publicityDuty(recordOf(over), natural, casePapers);
      return duty.duty === 'publish' ? duty.term : duty.duty;
    };
    const low = casePapers.publicity.lowFineFen;
    expect(term({ fineFen: low.organisation })).toBe('minor');
    expect(term({ fineFen: low.organisation + 1 })).toBe('full');
    expect(term({ fineFen: low.organisation }, true)).toBe('full');
    expect(term({ fineFen: low.natural, confiscatedFen: 1 }, true)).toBe('full');
  });

  it('has the days of the law', () => {
    expect(dueBy('publicity.publication', '2026-11-02', stateCouncilCalendar).dueOn).toBe('2026-11-30');
    expect(dueBy('publicity.withdrawal', '2026-11-05', stateCouncilCalendar).dueOn).toBe('2026-11-10');
    expect(dueBy('publicity.end-minor', '2026-11-04', stateCouncilCalendar).dueOn).toBe('2027-02-04');
  });

  it('stands by its days alone', () => {
    const row = {
      dueOn: '2026-11-30',
      publishedOn: null,
      endsOn: null,
      withdrawnOn: null,
      withdrawalDueOn: null,
      exemptReason: null,
    };
    expect(publicityStanding(row, '2026-11-30')).toBe('due');
    expect(publicityStanding(row, '2026-12-01')).toBe('overdue');
    const shown = { ...row, publishedOn: '2026-11-20', endsOn: '2027-02-20' };
    expect(publicityStanding(shown, '2027-02-20')).toBe('published');
    expect(publicityStanding(shown, '2027-02-21')).toBe('ended');
    expect(publicityStanding({ ...shown, withdrawalDueOn: '2026-12-01' }, '2026-12-02')).toBe('withdrawn');
  });
});

describe('service', () => {
  const base: ServiceInput = {
    mode: 'direct',
    recipient: '甲公司',
    receiver: null,
    address: null,
    reason: null,
    witness: null,
    tracking: null,
    through: null,
    announcedOn: null,
    servedOn: '2026-11-10',
  };
  const facts = {
    issuedOn: '2026-11-02',
    today: '2026-12-10',
    electronicAddress: null,
    calendar: stateCouncilCalendar,
  };
  const judge = (over: Partial<ServiceInput>, electronicAddress: string | null = null) =>
    judgeService({ ...base, ...over }, { ...facts, electronicAddress }, casePapers);

  it('wants of each of the seven ways what the law does', () => {
    for (const { mode, needs } of casePapers.service.modes) {
      const full = { receiver: '乙', address: '路1号', reason: '拒收', witness: '丙', tracking: '1', through: '丁' };
      const announcedOn = mode === 'announcement' ? '2026-11-05' : null;
      const servedOn = mode === 'announcement' ? '2026-12-05' : '2026-11-10';
      const whole = { ...full, mode, announcedOn, servedOn };
      expect(judge(whole, 'a@b').outcome, mode).toBe('served');
      for (const need of needs.filter((one) => one !== 'consent' && one !== 'address'))
        expect(() => judge({ ...whole, [need]: null }, 'a@b'), `${mode} ${need}`).toThrow('case-papers.service.needs');
    }
    expect(() => judge({ mode: 'electronic', address: 'a@b' })).toThrow('case-papers.service.no-consent');
  });

  it('lies between the issue and today', () => {
    for (const servedOn of ['2026-11-01', '2026-12-11'])
      expect(() => judge({ receiver: '乙', servedOn })).toThrow('case-papers.service.day');
  });

  it('counts an announcement from the day its period is over', () => {
    const announced = { mode: 'announcement', reason: '下落不明', announcedOn: '2026-11-05' } as const;
    expect(judge({ ...announced, servedOn: null })).toMatchObject({ dueOn: '2026-12-05', outcome: 'under-way' });
    expect(() => judge({ ...announced, servedOn: '2026-12-04' })).toThrow('case-papers.service.announcement-runs');
    expect(judge({ ...announced, servedOn: '2026-12-05' }).outcome).toBe('served');
  });
});

describe('the archive', () => {
  const { volumes } = casePapers.archive;
  const part = (title: string, kind: ArchivePart['kind']): ArchivePart => ({
    ...{ title, fileName: `${title}.pdf`, number: null, on: null, sha256: '', mediaType: 'application/pdf', size: 1 },
    kind,
  });
  const KINDS: readonly ArchivePart['kind'][] = [
    ...casePapers.forms.map(({ form }) => ({ form })),
    ...['source', 'record', 'notice', 'decision', 'approval', 'service', 'other', 'new'].map((document) => ({
      document,
    })),
    { section: null },
    'evidence',
  ];

  it('numbers the pages of each volume without a gap, takes everything once and names what stays out, whatever comes', () => {
    const verdict = fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((pages) => ({ pages })),
      fc.constantFrom('encrypted', 'damaged', 'kind', 'too-large').map((refused) => ({ refused }) as const),
    );
    const one = fc.tuple(verdict, fc.constantFrom(...KINDS));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), (given) => {
        const planned = given.map(
          ([found, kind], at): PlannedPart => ({ part: part(`件${at}`, kind), verdict: found }),
        );
        const plans = planArchive(planned, volumes);
        for (const plan of plans) {
          const numbered = plan.items.flatMap(({ from, to }) =>
            from === null || to === null ? [] : Array.from({ length: to - from + 1 }, (_, at) => from + at),
          );
          expect(numbered).toEqual(Array.from({ length: plan.pages }, (_, at) => at + 1));
          expect(plan.items.map(({ no }) => no)).toEqual(plan.items.map((_, at) => at + 1));
        }
        const titles = plans.flatMap(({ items }) => items.map(({ title }) => title));
        expect([...titles].sort()).toEqual(planned.map((found) => found.part.title).sort());
        const skipped = plans.flatMap((plan) => plan.skipped);
        expect(plans.flatMap(({ bound }) => bound).length + skipped.length).toBe(given.length);
        expect(skipped.every(({ reason }) => reason !== '')).toBe(true);
        expect(plans[0]?.volume).toBe('main');
      }),
    );
  });

  it('lies in the order of the regulation, what the office says to itself in the second volume', () => {
    const came = [
      part('案件来源登记表', { form: 'source' }),
      part('立案审批表', { form: 'filing-approval' }),
      part('询问笔录', { form: 'inquiry-record' }),
      part('照片', 'evidence'),
      part('扫描件', { section: null }),
      part('集体讨论记录', { form: 'discussion-record' }),
      part('法制审核表', { form: 'legal-review' }),
      part('听证报告', { form: 'hearing-report' }),
      part('听证笔录', { form: 'hearing-record' }),
      part('行政处罚告知书', { form: 'penalty-notice' }),
      part('行政处罚告知书送达回证', { form: 'penalty-notice' }),
      part('行政处罚决定书', { form: 'penalty-decision' }),
      part('结案审批表', { form: 'closing-approval' }),
      part('来信', { document: 'source' }),
    ].map((one): PlannedPart => ({ part: one, verdict: { pages: 2 } }));
    const [main, side] = planArchive(came, volumes);
    expect(main?.items.map(({ title, from }) => [title, from])).toEqual([
      ['立案审批表', 1],
      ['行政处罚决定书', 3],
      ['行政处罚告知书', 5],
      ['行政处罚告知书送达回证', 7],
      ['询问笔录', 9],
      ['照片', 11],
      ['听证笔录', 13],
      ['扫描件', 15],
    ]);
    expect(side?.items.map(({ title, from }) => [title, from])).toEqual([
      ['案件来源登记表', 1],
      ['来信', 3],
      ['法制审核表', 5],
      ['听证报告', 7],
      ['结案审批表', 9],
      ['集体讨论记录', 11],
    ]);
    expect(planArchive(came.slice(1, 3), volumes).map(({ label }) => label)).toEqual(['正卷']);
  });
});

describe('the catalogue of the pack', () => {
  it('names only circumstances the product knows', () => {
    const named = casePapers.forms.flatMap(({ wanted }) => wanted.flatMap(({ when }) => when ?? []));
    expect(named.filter((name) => !CIRCUMSTANCE_NAMES.includes(name))).toEqual([]);
  });

  it('asks the record only for what it can say', () => {
    const asked = casePapers.forms.flatMap(({ form, entries }) =>
      entries.map(({ suggest }) => [form, suggest] as const),
    );
    expect(asked.filter(([, suggest]) => suggest !== undefined && !canSuggest(suggest))).toEqual([]);
    expect(canSuggest('nothing')).toBe(false);
  });

  it('wants a hearing notice only where a hearing is owed', () => {
    const at = (hearing: string, offered = false) =>
      wantedPapers(casePapers.forms, {
        measures: [],
        record: {
          card: { state: 'notified', track: 'general', hit: false },
          checks: [{ check: 'hearing', standing: hearing }],
          entries: [{ kind: 'notice', data: { hearing: offered } }],
          decision: null,
          hearing: null,
          statement: null,
          officers: [],
        } as unknown as CaseRecord,
      }).map(({ form }) => form.form);
    expect(at('warn')).toContain('hearing-right-notice');
    expect(at('warn')).not.toContain('penalty-notice');
    expect(at('none')).toContain('penalty-notice');
    // It was offered though nothing owes it: the other notice is not asked for beside it.
    expect(at('none', true)).toContain('hearing-right-notice');
    expect(at('none', true)).not.toContain('penalty-notice');
  });

  it('wants the approval of a decision before it is made, of a penalty and of none', () => {
    const at = (over: object) =>
      wantedPapers(casePapers.forms, {
        measures: [],
        record: {
          card: { state: 'deciding', track: 'general', hit: false },
          checks: [],
          entries: [],
          decision: null,
          report: { data: { decisionKind: 'penalty' } },
          hearing: null,
          statement: null,
          officers: [],
          ...over,
        } as unknown as CaseRecord,
      }).map(({ form }) => form.form);
    expect(at({})).toContain('decision-approval');
    expect(at({ report: { data: { decisionKind: 'no-penalty' } } })).toContain('decision-approval');
    expect(at({ report: { data: { decisionKind: 'cancelled' } } })).not.toContain('decision-approval');
    expect(at({ decision: decision({ kind: 'cancelled' }) })).not.toContain('decision-approval');
    expect(at({ card: { state: 'deciding', track: 'summary', hit: false } })).not.toContain('decision-approval');
    expect(at({})).not.toContain('penalty-decision');
  });
});
