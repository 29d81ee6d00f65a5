import type { CaseCard, HandOverContent } from '@jince/contract';
import { type Ctx, may } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { CASE_READ, findCases, getCaseRecord, recordTransferAnswer, registerClue } from '../../cases/index.ts';
import { nameBody } from '../repositories/body-repository.ts';
import type { HandOverRecord } from '../repositories/hand-over-repository.ts';

export const caseHref = (id: string) => `/protection/cases/${id}`;

/** Cards of the cases the actor may read; the others are absent. */
export const readableCases = (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, CaseCard>> =>
  may(ctx, CASE_READ) ? findCases(ctx, ids) : Promise.resolve(new Map());

/** A case the actor may read, with what a hand-over says of it. @throws AppError 404 */
export async function describeCase(
  ctx: Ctx,
  id: string,
): Promise<{ readonly card: CaseCard; readonly content: HandOverContent }> {
  const { card, text, parties, acts, goods, thresholds } = await getCaseRecord(ctx, id);
  const suspects = parties
    .filter((one) => one.side === 'suspect')
    .map((one) => ({ name: one.name, uscc: one.uscc, natural: one.natural }));
  const hits = thresholds.flatMap((one) => one.hits.map((hit) => `${one.name}：${hit.text}`));
  const facts = [
    acts.text === null || acts.text === '' ? text : `经查，${acts.text}`,
    goods.length === 0 ? null : `涉案物品：${goods.map((one) => one.name).join('、')}。`,
    hits.length === 0 ? null : `刑事追诉标准：${hits.join('；')}。`,
  ];
  return {
    card,
    content: {
      title: card.title,
      facts: facts.filter((one) => one !== null && one !== '').join('\n') || card.title,
      request: '请依法审查处理，并将结果书面告知我局。',
      suspects,
      amountFen: card.businessFen,
    },
  };
}

/** Registers a clue from what a partner handed in; the same hand-over never leads to two. */
export function registerFromReferral(tx: Tx, ctx: Ctx, record: HandOverRecord) {
  return registerClue(tx, ctx, {
    source: {
      kind: 'hand-over',
      module: 'coordination',
      id: record.id,
      label: `${nameBody(ctx, record.from_body).shortName}移交 ${record.number}`,
      href: `/coordination/hand-overs/${record.id}`,
    },
    receivedOn: record.received_on ?? ctx.today,
    title: record.title,
    text: record.facts,
    suspects: record.suspects,
    rights: [],
    ...(record.to_body === ctx.services.jurisdiction.coordinationSettings.bureau
      ? {}
      : { organisationCode: record.to_body }),
  });
}

/** What the receiver said, written into the case the hand-over came from. */
export async function tellCase(
  tx: Tx,
  ctx: Ctx,
  record: HandOverRecord,
  told: {
    readonly answer: 'accepted' | 'filed' | 'refused' | 'answered';
    readonly answerNo?: string | null;
    readonly text?: string | null;
    readonly on: string;
  },
): Promise<void> {
  if (record.case_id === null) return;
  await recordTransferAnswer(tx, ctx, record.case_id, {
    // What is no crime has neither been opened nor refused as one.
    answer: told.answer === 'answered' ? 'accepted' : told.answer,
    on: told.on,
    organisation: nameBody(ctx, record.to_body).name,
    documentNo: told.answerNo ?? null,
    text: told.text ?? null,
  });
}
