import { Readable } from 'node:stream';
import { type RouteName, type RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { createModules } from '../../../modules.ts';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { drainJobs } from '../../../platform/jobs/drain-jobs.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { registerClue } from '../../cases/index.ts';
import { keepEvidence } from '../../evidence/index.ts';

type Called<K extends RouteName> = (typeof routes)[K] extends { transport: 'file' }
  ? unknown
  : RouteOutput<(typeof routes)[K]>;
interface Given {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: UploadedFile;
}
export type Who = 'officer' | 'head' | 'legal' | 'director' | 'branch' | 'other';

/** Modules that work with cases beside this one: the desk does without them. */
const BESIDE = new Set(['case-statistics', 'complaints', 'inspections', 'assistance', 'coordination']);
const SHENGZE = '320509105';

export interface PapersDesk {
  readonly test: TestDatabase;
  at(day: string): void;
  settle(): Promise<void>;
  call<K extends RouteName>(who: Who, name: K, input?: Given): Promise<Called<K>>;
  act(who: Who, caseId: string, action: string, fields?: Record<string, unknown>): Promise<void>;
  /** A case at its clue with everything known of it: party, goods, rights, evidence and things held under two measures. */
  clue(over: { name: string }): Promise<string>;
  /** A photo among the evidence of the case. */
  photo(caseId: string): Promise<void>;
  /** An officer of the case has to stand back, another takes the place. */
  recuse(caseId: string): Promise<void>;
  /** A case that has come to its decision; natural: against a person. */
  decided(over?: { natural?: boolean; name?: string; fineFen?: number; warning?: boolean }): Promise<string>;
  /** Begins a paper, fills every entry that is asked for, has it approved and puts it out. */
  issue(caseId: string, form: string, corrects?: string): Promise<string>;
  close(): Promise<void>;
}

let made = 0;

async function openDesk() {
  const { modules: all, tasks } = createModules();
  const modules = all.filter(({ name }) => !BESIDE.has(name));
  const test = await openTestDatabase(modules);
  const bindings = new Map(modules.flatMap((module) => module.routes).map((one) => [one.name, one]));
  const people: Record<Who, Ctx> = {
    officer: await test.as('enforcement-officer'),
    head: await test.as('section-head'),
    legal: await test.as('legal-reviewer'),
    director: await test.as('director'),
    branch: await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B105'),
    other: await test.as('enforcement-officer', 'organisation', 'WJ-MSB-B104'),
  };
  const ctxOf = (who: Who): Ctx => ({ ...test.system(), actor: people[who].actor, source: people[who].source });
  return { test, tasks, bindings, ctxOf };
}

const FILING = { evidence: true, punishable: true, competent: true, inTime: true, opinion: '有初步证据' };

/** A district with people who draft, approve and decide, and cases brought to their decision. */
export async function openPapersDesk(): Promise<PapersDesk> {
  const { test, tasks, bindings, ctxOf } = await openDesk();
  const desk: PapersDesk = {
    test,
    at: (day) => test.setNow(`${day}T02:00:00Z`),
    settle: () => drainJobs(test.services, tasks),
    async call(who, name, input = {}) {
      const shape = routes[name] as unknown as Record<string, { parse(value: unknown): unknown } | undefined>;
      const parsed = {
        params: shape.params?.parse(input.params) ?? {},
        query: shape.query?.parse(input.query ?? {}) ?? {},
        body: shape.body?.parse(input.body ?? {}),
        ...(input.file === undefined ? {} : { file: input.file }),
      };
      const answer = await bindings.get(name)?.handle(ctxOf(who), parsed as never);
      return (shape.response === undefined ? answer : shape.response.parse(answer)) as never;
    },
    async act(who, caseId, action, fields) {
      const ctx = ctxOf(who);
      await inTransaction(ctx, (tx) => performAction(tx, ctx, caseId, action, fields === undefined ? {} : { fields }));
    },
    clue: ({ name }) => registerCase(desk, ctxOf('officer'), name),
    photo: (caseId) => keepPhoto(test, caseId),
    recuse: (caseId) => recuseOne(desk, caseId),
    decided: (over) => bringToDecision(desk, ctxOf('officer'), over),
    issue: (caseId, form, corrects) => issueForm(desk, caseId, { form, corrects: corrects ?? null }),
    close: () => test.close(),
  };
  return desk;
}

async function officer(test: TestDatabase, name: string): Promise<string> {
  const id = uuidv7();
  await inTransaction(test.system(), (tx) =>
    sql`insert into organisation.officer (district, id, record_key, name, body_id, body_name, certificate_no, certificate_to)
      values (${test.system().district}, ${id}, ${`t:${id}`}, ${name}, 'WJ-MSB-ENF', '执法大队', ${`JS${++made}`}, '2030-01-01')`.execute(
      tx,
    ),
  );
  return id;
}

/** Smallest picture the server takes for one. */
export const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function keepPhoto(test: TestDatabase, caseId: string): Promise<void> {
  const ctx = test.system();
  const stored = await ctx.services.files.put(Readable.from([DOT]), 1000);
  await inTransaction(ctx, (tx) =>
    keepEvidence(tx, ctx, {
      fileId: caseId,
      kind: 'photo',
      title: '涉案商品照片',
      fileName: 'a.png',
      sha256: stored.sha256,
      size: stored.size,
      mediaType: 'image/png',
      capturedAt: null,
      receivedAt: ctx.now.toISOString(),
      source: '现场拍摄',
    } as never),
  );
}

interface Suspect {
  readonly name: string;
  readonly natural: boolean;
}

/** A clue with its suspect, two officers and the facts of the act. */
async function enterClue(desk: PapersDesk, ctx: Ctx, { name, natural }: Suspect): Promise<string> {
  const clue = await inTransaction(ctx, (tx) =>
    registerClue(tx, ctx, {
      source: { kind: 'own', module: 'test', id: uuidv7(), label: '巡查发现', href: null },
      receivedOn: ctx.today,
      title: `${name}销售侵权商品案`,
      text: '巡查发现涉嫌侵权商品。',
      suspects: [{ name, natural, address: '盛泽镇示例路1号', townCode: SHENGZE, ...(natural ? { uscc: null } : {}) }],
      behaviourRow: 4,
      rights: [{ kind: 'trademark', number: '1234567', holder: '虚构权利人' }],
    }),
  );
  const id = clue.caseId;
  const first = await desk.call('head', 'getCase', { params: { id } });
  const officers = [await officer(desk.test, `钱甲${made}`), await officer(desk.test, `孙乙${made}`)];
  const named = await desk.call('head', 'saveCaseOfficers', {
    params: { id },
    body: { revision: first.revision, officers },
  });
  await desk.call('officer', 'saveCaseFacts', {
    params: { id },
    body: {
      revision: named.revision,
      title: first.card.title,
      text: '巡查发现涉嫌侵权商品。',
      behaviourRow: 4,
      acts: {
        from: '2026-08-01',
        to: '2026-09-01',
        place: '盛泽镇示例路1号',
        text: '当事人销售标有“示例”商标的上衣。',
      },
      rights: [{ kind: 'trademark', number: '1234567', name: '示例', class: '25', holder: '虚构权利人' }],
      circumstances: { ...first.circumstances },
    },
  });
  return id;
}

const THING = { name: '侵权上衣', spec: 'L', quantity: 60, unit: '件', mark: '示例', storage: '涉案物品库' };

async function registerCase(desk: PapersDesk, ctx: Ctx, name: string): Promise<string> {
  const id = await enterClue(desk, ctx, { name, natural: false });
  const params = { id };
  const revision = async () => (await desk.call('officer', 'getCase', { params })).revision;
  const party = { side: 'suspect', natural: false, name, uscc: '91320509MA1T000560', address: '盛泽镇示例路1号' };
  await desk.call('officer', 'saveCaseParties', {
    params,
    body: {
      revision: await revision(),
      parties: [{ ...party, townCode: SHENGZE, phone: '0512-63000000', representative: '沈示例' }],
    },
  });
  const goods = { name: '上衣', spec: 'L', unit: '件', quantity: 60, sold: false, priceFen: 10_000, note: null };
  await desk.call('officer', 'saveCaseGoods', {
    params,
    body: { revision: await revision(), goods: [{ ...goods, basis: 'marked' }], cause: '现场清点' },
  });
  await desk.photo(id);
  for (const kind of ['preservation', 'detention'])
    await desk.call('officer', 'orderMeasure', {
      params,
      body: {
        kind,
        startedOn: ctx.today,
        place: '盛泽镇示例路1号',
        holder: name,
        ground: '《商标法》第62条',
        approvedBy: '周局长',
        things: [THING],
      },
    });
  return id;
}

async function recuseOne(desk: PapersDesk, caseId: string): Promise<void> {
  const params = { id: caseId };
  const before = await desk.call('head', 'getCase', { params });
  const leaves = before.officers[1];
  await desk.call('head', 'recuseCaseOfficer', {
    params: { ...params, officerId: leaves?.id },
    body: { revision: before.revision, reason: '与当事人是近亲属' },
  });
  const { revision } = await desk.call('head', 'getCase', { params });
  const officers = [before.officers[0]?.officerId, await officer(desk.test, `李丙${made}`)];
  await desk.call('head', 'saveCaseOfficers', { params, body: { revision, officers } });
}

async function bringToDecision(
  desk: PapersDesk,
  ctx: Ctx,
  { natural = false, name = `虚构商行${++made}`, fineFen = 6_000_000, warning = false } = {},
): Promise<string> {
  const id = await enterClue(desk, ctx, { name, natural });
  for (const action of ['verify', 'propose'] as const)
    await desk.act('officer', id, action, action === 'propose' ? FILING : undefined);
  await desk.act('director', id, 'file', {});
  await desk.act('officer', id, 'begin');
  const outcome = { fineFen, warning };
  await desk.act('officer', id, 'report', {
    facts: '当事人销售侵权上衣60件。',
    opinion: '建议处罚',
    decisionKind: 'penalty',
    ...outcome,
  });
  await desk.act('officer', id, 'submit-review');
  await desk.act('legal', id, 'review', { kind: 'review', opinion: 'agree', text: '同意' });
  await desk.act('officer', id, 'notify', { ...outcome, hearing: true, reasons: '告知拟处罚的事实和依据' });
  await desk.issue(id, 'hearing-right-notice');
  const notice = (await desk.call('officer', 'getCasePapers', { params: { id } })).papers[0];
  await desk.call('officer', 'recordService', {
    params: { id: notice?.id },
    body: { mode: 'direct', recipient: name, receiver: '店主', servedOn: ctx.today },
  });
  await desk.act('officer', id, 'waive', { reason: '书面放弃' });
  await desk.act('director', id, 'decide', { kind: 'penalty', ...outcome, reasons: '综合裁量' });
  return id;
}

const STEPS = { head: 'head', legal: 'legal', director: 'director' } as const;

async function issueForm(desk: PapersDesk, caseId: string, order: { form: string; corrects: string | null }) {
  const { id } = await desk.call('officer', 'beginCasePaper', { params: { id: caseId }, body: order });
  let paper = await desk.call('officer', 'getCasePaper', { params: { id } });
  const entries = Object.fromEntries(
    paper.entries.map(({ path, value, type }) => [
      path,
      value === '' ? (type === 'date' ? '2026-11-20' : '按案情填写。') : value,
    ]),
  );
  paper = await desk.call('officer', 'saveCasePaper', { params: { id }, body: { version: paper.version, entries } });
  const { version } = paper;
  paper = await desk.call('officer', 'submitCasePaper', { params: { id }, body: { version } });
  while (paper.next !== null)
    paper = await desk.call(STEPS[paper.next.step], 'approveCasePaper', {
      params: { id },
      body: { version, verdict: 'approved' },
    });
  await desk.call('officer', 'issueCasePaper', { params: { id }, body: { version } });
  return id;
}
