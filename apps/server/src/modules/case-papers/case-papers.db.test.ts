import { Readable } from 'node:stream';
import type { RouteName } from '@jince/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileAnswer } from '../../platform/module.ts';
import { listPublicCases } from './index.ts';
import { DOT, openPapersDesk, type PapersDesk } from './testing/papers-desk.ts';

let desk: PapersDesk;
let caseId: string;
let decisionId: string;
const refused = (code: string) => expect.objectContaining({ code });
const upload = (fileName: string, content: Buffer, title: string, section = '') => ({
  fileName,
  mediaType: 'application/octet-stream',
  content: Readable.from([content]),
  fields: { title, section },
});
beforeAll(async () => {
  desk = await openPapersDesk();
  desk.at('2026-11-02');
  caseId = await desk.decided({ natural: true, name: '沈示例' });
}, 120_000);
afterAll(() => desk.close());

const paper = (id: string) => desk.call('officer', 'getCasePaper', { params: { id } });
const caseClocks = async () =>
  (await desk.call('officer', 'getFilePanel', { params: { id: caseId } })).clocks.map(({ clock }) => clock);

describe('a decision', () => {
  it('is wanted by its stage, with the article, and filled from the record', async () => {
    const { needed } = await desk.call('officer', 'getCasePapers', { params: { id: caseId } });
    expect(needed.find(({ form }) => form === 'penalty-decision')).toMatchObject({
      standing: 'missing',
      article: '《行政处罚法》第59条',
    });
    expect(needed.find(({ form }) => form === 'hearing-right-notice')).toMatchObject({ standing: 'done' });
    const { id } = await desk.call('officer', 'beginCasePaper', {
      params: { id: caseId },
      body: { form: 'penalty-decision' },
    });
    const begun = await paper(id);
    expect(begun.entries.find(({ path }) => path === 'facts')?.value).toContain('60件');
    expect(begun.elements.map(({ element, met }) => [element, met])).toEqual([
      ['party', true],
      ['facts', true],
      ['evidence', false],
      ['penalty', true],
      ['basis', true],
      ['performance', true],
      ['remedies', true],
      ['organ', true],
    ]);
    const preview = await desk.call('officer', 'previewCasePaper', { params: { id } });
    expect(JSON.stringify(preview)).toContain('罚款人民币60,000元（大写：陆万元整）');
    await expect(desk.call('officer', 'submitCasePaper', { params: { id }, body: { version: 1 } })).rejects.toEqual(
      refused('case-papers.paper.element'),
    );
    await desk.call('officer', 'withdrawCasePaper', { params: { id }, body: { reason: '重新起草' } });
  });

  it('goes head, reviewer, director; nobody approves twice or out of turn', async () => {
    await desk.photo(caseId);
    const { id } = await desk.call('officer', 'beginCasePaper', {
      params: { id: caseId },
      body: { form: 'penalty-decision' },
    });
    const submitted = await desk.call('officer', 'submitCasePaper', { params: { id }, body: { version: 1 } });
    expect(submitted.waitsFor).toBe('办案机构负责人');
    const body = { version: 1, verdict: 'approved' };
    await expect(desk.call('director', 'approveCasePaper', { params: { id }, body })).rejects.toEqual(
      refused('case-papers.paper.not-your-step'),
    );
    await expect(
      desk.call('head', 'approveCasePaper', { params: { id }, body: { ...body, verdict: 'returned' } }),
    ).rejects.toEqual(refused('case-papers.paper.no-opinion'));
    for (const who of ['head', 'legal', 'director'] as const)
      await desk.call(who, 'approveCasePaper', { params: { id }, body });
    const issued = await desk.call('officer', 'issueCasePaper', { params: { id }, body: { version: 1 } });
    expect(issued).toMatchObject({ state: 'issued', number: '吴市监处罚〔2026〕1号', issuedOn: '2026-11-02' });
    decisionId = id;
  });

  it('stays as it went out, as PDF and Word file', async () => {
    await expect(
      desk.call('officer', 'saveCasePaper', { params: { id: decisionId }, body: { version: 1, entries: {} } }),
    ).rejects.toEqual(refused('case-papers.paper.out'));
    for (const [format, head] of [
      ['pdf', '%PDF'],
      ['docx', 'PK'],
    ] as const) {
      const file = (await desk.call('officer', 'downloadCasePaper', {
        params: { id: decisionId },
        query: { format },
      })) as FileAnswer;
      const bytes = Buffer.concat(await (file.content as Readable).toArray());
      expect(bytes.subarray(0, head.length).toString('latin1')).toBe(head);
    }
  });

  it('and papers of a series are numbered one after the other', async () => {
    const order = await desk.issue(caseId, 'correction-order');
    const again = await desk.issue(caseId, 'correction-order');
    expect([(await paper(order)).number, (await paper(again)).number]).toEqual([
      '吴市监责改〔2026〕1号',
      '吴市监责改〔2026〕2号',
    ]);
  });

  it('does not exist for a body that does not handle the case', async () => {
    expect(await desk.call('branch', 'getCasePaper', { params: { id: decisionId } })).toMatchObject({ id: decisionId });
    const elsewhere: readonly [RouteName, object][] = [
      ['getCasePaper', { params: { id: decisionId } }],
      ['previewCasePaper', { params: { id: decisionId } }],
      ['getCasePapers', { params: { id: caseId } }],
      ['withdrawCasePaper', { params: { id: decisionId }, body: { reason: '不属于本分局' } }],
    ];
    for (const [name, given] of elsewhere)
      await expect(desk.call('other', name, given), name).rejects.toEqual(refused('platform.not-found'));
    expect((await desk.call('other', 'listCasePublicity', {})).total).toBe(0);
  });
});

describe('service', () => {
  const serve = (body: object) => desk.call('officer', 'recordService', { params: { id: decisionId }, body });

  it('wants what each way needs, and a consent for the electronic one', async () => {
    const to = { recipient: '沈示例' };
    await expect(serve({ ...to, mode: 'electronic', servedOn: '2026-11-02' })).rejects.toEqual(
      refused('case-papers.service.no-consent'),
    );
    await expect(serve({ ...to, mode: 'left', reason: '拒收', servedOn: '2026-11-02' })).rejects.toEqual(
      refused('case-papers.service.needs'),
    );
    await expect(serve({ ...to, mode: 'direct', receiver: '本人', servedOn: '2026-11-01' })).rejects.toEqual(
      refused('case-papers.service.day'),
    );
  });

  it('by announcement counts after its period alone', async () => {
    const announced = { recipient: '沈示例', mode: 'announcement', reason: '下落不明', announcedOn: '2026-11-02' };
    await expect(serve({ ...announced, servedOn: '2026-11-02' })).rejects.toEqual(
      refused('case-papers.service.announcement-runs'),
    );
    const { services } = await serve(announced);
    expect(services.at(-1)).toMatchObject({ dueOn: '2026-12-02', outcome: 'under-way' });
  });

  it('starts the clocks of the case on the day of service', async () => {
    desk.at('2026-11-04');
    const body = {
      partyName: '沈示例',
      address: '盛泽镇示例路1号',
      electronicConsent: true,
      electronicAddress: 'shen@example.cn',
      confirmedOn: '2026-11-03',
    };
    await desk.call('officer', 'confirmServiceAddress', { params: { id: caseId }, body });
    const served = await serve({ recipient: '沈示例', mode: 'electronic', servedOn: '2026-11-03' });
    expect(served).toMatchObject({ state: 'served', servedOn: '2026-11-03' });
    expect(served.services.at(-1)).toMatchObject({ address: 'shen@example.cn', outcome: 'served' });
    expect(await caseClocks()).toEqual(expect.arrayContaining(['payment', 'reconsideration', 'suit']));
    const { card } = await desk.call('officer', 'getCase', { params: { id: caseId } });
    expect(card.state).toBe('served');
  });

  it('bars every change: a correction is a paper of its own that names the old one', async () => {
    await expect(
      desk.call('officer', 'withdrawCasePaper', { params: { id: decisionId }, body: { reason: '打错字' } }),
    ).rejects.toEqual(refused('case-papers.paper.out'));
    const correction = await desk.issue(caseId, 'correction-notice', decisionId);
    const preview = await desk.call('officer', 'previewCasePaper', { params: { id: correction } });
    expect(JSON.stringify(preview)).toContain('《行政处罚决定书》（吴市监处罚〔2026〕1号）');
    expect((await paper(decisionId)).correctedBy).toEqual([
      { id: correction, title: '文书更正通知书', number: '吴市监更正〔2026〕1号' },
    ]);
  });
});

describe('publicity', () => {
  const line = async () =>
    (await desk.call('head', 'listCasePublicity', {})).items.find((one) => one.caseId === caseId);

  it('is due 20 working days after the decision and masked for persons', async () => {
    expect(await line()).toMatchObject({ standing: 'due', dueOn: '2026-11-30', term: 'full' });
    expect((await line())?.content).toMatchObject({ party: '沈*', number: '吴市监处罚〔2026〕1号' });
    expect(await listPublicCases(desk.test.system(), { page: 1, pageSize: 10 })).toEqual({ items: [], total: 0 });
  });

  it('is shown once published, to its last day, without a job', async () => {
    await desk.call('head', 'publishCasePenalty', { params: { id: (await line())?.id } });
    const shown = async () => (await listPublicCases(desk.test.system(), { page: 1, pageSize: 10 })).total;
    expect(await line()).toMatchObject({ standing: 'published', endsOn: '2029-11-04' });
    expect(await shown()).toBe(1);
    desk.at('2029-11-04');
    expect(await shown()).toBe(1);
    desk.at('2029-11-05');
    expect(await shown()).toBe(0);
    expect((await line())?.standing).toBe('ended');
    desk.at('2026-11-05');
  });

  it('must be down three working days after the decision was changed, and goes down by itself then', async () => {
    await desk.issue(caseId, 'decision-revocation');
    expect(await line()).toMatchObject({ standing: 'published', withdrawalDueOn: '2026-11-10' });
    desk.at('2026-11-11');
    expect((await listPublicCases(desk.test.system(), { page: 1, pageSize: 10 })).total).toBe(0);
    desk.at('2026-11-06');
    const body = { changedOn: '2026-11-05', reason: '决定被撤销' };
    await desk.call('head', 'withdrawCasePenalty', { params: { id: (await line())?.id }, body });
    expect(await line()).toMatchObject({ standing: 'withdrawn', withdrawnOn: '2026-11-06' });
  });
});

describe('the archive', () => {
  const archive = async () => (await desk.call('head', 'getCasePapers', { params: { id: caseId } })).archive;

  it('binds papers, scans and evidence, names what it cannot take, and is sealed for good', async () => {
    const id = { params: { id: caseId } };
    await desk.call('officer', 'addCaseScan', { ...id, file: upload('照片.png', DOT, '门头照片') });
    await desk.call('officer', 'addCaseScan', {
      ...id,
      file: upload('坏.pdf', Buffer.from('%PDF-1.4 x'), '损坏的扫描件'),
    });
    const minutes = (section: string) => ({ ...id, file: upload('纪要.png', DOT, '局长办公会纪要', section) });
    await expect(desk.call('officer', 'addCaseScan', minutes('attic'))).rejects.toThrow('case-papers.scan.section');
    await desk.call('officer', 'addCaseScan', minutes('internal'));
    await desk.call('officer', 'makeCaseArchive', { ...id, body: { statement: null } });
    await desk.settle();
    const made = await archive();
    expect(made?.items.find(({ title }) => title === '局长办公会纪要')).toMatchObject({ volume: 'side', from: 1 });
    expect(made?.items.find(({ title }) => title === '门头照片')).toMatchObject({ volume: 'main' });
    expect(made?.skipped).toEqual([{ title: '损坏的扫描件', fileName: '坏.pdf', reason: '文件已损坏，无法读取' }]);
    const bound = made?.items.filter(({ from }) => from !== null) ?? [];
    expect(bound[0]).toMatchObject({
      title: '行政处罚决定书',
      number: '吴市监处罚〔2026〕1号',
      volume: 'main',
      section: '行政处罚决定书及送达回证',
      from: 1,
    });
    expect(made?.pages).toBeGreaterThan((bound.at(-1)?.to ?? 0) + 2);
    const file = (await desk.call('head', 'downloadCaseArchive', id)) as FileAnswer;
    expect(
      Buffer.concat(await (file.content as Readable).toArray())
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF');
  });

  it('is not sealed before the case has ended', async () => {
    await expect(desk.call('head', 'sealCaseArchive', { params: { id: caseId } })).rejects.toEqual(
      refused('case-papers.archive.not-closed'),
    );
  });

  it('takes nothing more once sealed', async () => {
    await desk.act('officer', caseId, 'record-payment', { kind: 'fine', paidFen: 6_000_000, voucher: '票1' });
    await desk.act('director', caseId, 'close', { summary: '执行完毕' });
    await desk.call('head', 'sealCaseArchive', { params: { id: caseId } });
    expect((await desk.call('head', 'getCase', { params: { id: caseId } })).card.state).toBe('archived');
    await expect(
      desk.call('officer', 'beginCasePaper', { params: { id: caseId }, body: { form: 'matter-approval' } }),
    ).rejects.toEqual(refused('case-papers.archive.sealed'));
    await expect(
      desk.call('officer', 'addCaseScan', { params: { id: caseId }, file: upload('b.png', DOT, '补') }),
    ).rejects.toEqual(refused('case-papers.archive.sealed'));
  });
});
