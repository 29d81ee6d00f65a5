import { aidKind, crossRegionKind } from '@jince/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Ctx, inTransaction, systemActor } from '../../../platform/context/context.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { tellingFailure } from '../../../platform/procedures/index.ts';
import { linkEvidence } from '../../evidence/index.ts';
import { createCrossRegion } from '../commands/open-cross-region.ts';
import { createAidRequest } from '../commands/open-request.ts';

const text = z.string().trim().min(1);
const maybe = z.string().nullish();
const TITLE = 200;

/** What a hit of the watch says of the help it asks for. */
const ordered = z.object({
  hitId: text,
  title: text,
  text,
  wish: maybe,
  href: maybe,
  rights: z
    .array(z.object({ kind: z.enum(['trademark', 'patent', 'gi']), number: text, holder: maybe, name: maybe }))
    .default([]),
  suspects: z.array(z.object({ name: text, uscc: maybe })).default([]),
  evidenceIds: z.array(z.uuid()).default([]),
});
const aidOrdered = ordered.extend({
  kinds: z.array(aidKind).min(1).default(['consultation']),
  applicant: z.object({ name: maybe, uscc: maybe, partyId: z.uuid().nullish(), contact: maybe }).default({}),
});
const regionOrdered = ordered.extend({
  otherName: text,
  otherDistrict: maybe,
  kind: crossRegionKind.default('investigate'),
  caseId: z.uuid().nullish(),
});

const keyOf = (hitId: string) => `watch:${hitId}`;
const byMachine = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...systemActor, displayName: ctx.actor.displayName } });

/** File that was opened for a hit before. */
async function fileOf(ctx: Ctx, table: 'request' | 'cross_region', key: string): Promise<string | undefined> {
  const { rows } = await sql<{ file_id: string }>`select file_id from ${sql.id('assistance', table)}
    where district = ${ctx.district} and source_key = ${key}`.execute(ctx.db);
  return rows[0]?.file_id;
}

/** What the hit holds goes along; a second try finds what the first left out. */
async function takeEvidence(ctx: Ctx, fileId: string, ids: readonly string[]): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    for (const id of ids) await linkEvidence(tx, ctx, id, fileId, '随商标监测命中移交');
  });
}

/** Opens the request for aid a hit asks for, once: for the enterprise of the register, else for the named holder. */
async function takeAid(reader: Ctx, payload: unknown): Promise<void> {
  const ctx = byMachine(reader);
  const given = aidOrdered.parse(payload);
  const { hitId, title, text: facts, wish, href, rights, suspects, kinds, applicant } = given;
  const [opponent] = suspects;
  const fileId =
    (await fileOf(ctx, 'request', keyOf(hitId))) ??
    (
      await createAidRequest(
        ctx,
        {
          kinds,
          title: title.slice(0, TITLE),
          facts,
          wish: wish ?? '请协助判断并维护权利。',
          rights: rights.map(({ kind, number, name }) => ({ kind, number, name: name ?? null })),
          opponentName: opponent?.name ?? null,
          opponentCode: opponent?.uscc ?? null,
          partyId: applicant.partyId ?? null,
          applicantName: applicant.name || rights[0]?.holder || '权利人',
          applicantCode: applicant.uscc ?? null,
          applicantContact: applicant.contact ?? null,
          receivedOn: ctx.today,
        },
        { key: keyOf(hitId), href: href ?? null },
      )
    ).fileId;
  await takeEvidence(ctx, fileId, given.evidenceIds);
}

/** Drafts the letter to another district a hit asks for, once; people send it. */
async function takeRegion(reader: Ctx, payload: unknown): Promise<void> {
  const ctx = byMachine(reader);
  const given = regionOrdered.parse(payload);
  const fileId =
    (await fileOf(ctx, 'cross_region', keyOf(given.hitId))) ??
    (
      await createCrossRegion(
        ctx,
        {
          kind: given.kind,
          title: given.title.slice(0, TITLE),
          facts: given.text,
          wish: given.wish ?? '请协助核查并函复。',
          marks: given.rights.map((one) => one.number),
          otherDistrict: given.otherDistrict ?? null,
          otherName: given.otherName,
          caseId: given.caseId ?? null,
        },
        { key: keyOf(given.hitId), href: given.href ?? null },
      )
    ).fileId;
  await takeEvidence(ctx, fileId, given.evidenceIds);
}

const task = (name: string, zh: string, en: string, run: (ctx: Ctx, payload: unknown) => Promise<void>): JobTask =>
  tellingFailure({
    task: name,
    label: { zh, en },
    cancellable: false,
    maxAttempts: 3,
    queue: 'assistance',
    run: run as JobTask['run'],
  });

export const orderedTasks: readonly JobTask[] = [
  task('assistance.take-ordered', '为监测命中登记援助申请', 'Open the aid a hit asks for', takeAid),
  task('assistance.draft-cross-region', '为监测命中拟协查函', 'Draft the letter a hit asks for', takeRegion),
];

export const orderedSubscribers: Readonly<Record<string, readonly string[]>> = {
  'trademark-watch.hit.aid-ordered': ['assistance.take-ordered'],
  'trademark-watch.hit.cross-region-ordered': ['assistance.draft-cross-region'],
};
