import type { ChainEntry } from '@jince/contract';
import { sql } from 'kysely';
import { type Ctx, chinaDay } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { loadFile } from '../../../platform/procedures/index.ts';
import { listEvidence } from '../../evidence/index.ts';
import { nameBody } from '../repositories/body-repository.ts';
import { type HandOverRecord, handOversWithin, selectHandOvers } from '../repositories/hand-over-repository.ts';
import type { MatterItem } from '../repositories/matter-repository.ts';
import { caseHref, readableCases } from './case-bridge.ts';

type Entry = Omit<ChainEntry, 'key' | 'itemId'>;

/** Days of a case that stand in its card. */
async function stepsOfCase(ctx: Ctx, item: MatterItem): Promise<readonly Entry[] | undefined> {
  const card = (await readableCases(ctx, [item.ref_id ?? ''])).get(item.ref_id ?? '');
  if (card === undefined) return undefined;
  const zh = ctx.language === 'zh';
  const step = (on: string | null, kind: Entry['kind'], words: readonly [string, string], text: string | null) =>
    on === null
      ? []
      : [
          {
            lane: 'administrative' as const,
            kind,
            on,
            title: `${card.number} ${zh ? words[0] : words[1]}`,
            text,
            documentNo: null,
            href: caseHref(card.id),
          },
        ];
  return [
    ...step(card.receivedOn, 'case', ['登记线索', 'clue registered'], card.title),
    ...step(card.filedOn, 'case', ['立案', 'opened'], card.organisation),
    ...step(card.decidedOn, 'penalty', ['作出决定', 'decided'], card.stateLabel),
  ];
}

function stepsOfHandOver(ctx: Ctx, record: HandOverRecord): readonly Entry[] {
  const zh = ctx.language === 'zh';
  const href = `/coordination/hand-overs/${record.id}`;
  const from = nameBody(ctx, record.from_body).shortName;
  const to = nameBody(ctx, record.to_body).shortName;
  const outward = record.direction === 'out';
  const filed = record.answer === 'filed';
  const step = (on: string | null, entry: Pick<Entry, 'lane' | 'kind' | 'title' | 'text' | 'documentNo'>) =>
    on === null ? [] : [{ ...entry, on, href }];
  const answer = filed
    ? zh
      ? '立案'
      : 'opens a case'
    : record.answer === 'refused'
      ? zh
        ? '不予立案'
        : 'refuses'
      : zh
        ? '答复'
        : 'answers';
  return [
    ...step(record.sent_on, {
      lane: outward ? 'administrative' : 'judicial',
      kind: 'hand-over',
      title: zh ? `${from}移送${to}` : `${from} hands over to ${to}`,
      text: record.title,
      documentNo: record.document_no,
    }),
    ...step(record.received_on, {
      lane: outward ? 'judicial' : 'administrative',
      kind: 'hand-over',
      title: zh ? `${to}签收` : `${to} receives`,
      text: null,
      documentNo: record.receipt_no,
    }),
    ...step(record.answered_on, {
      lane: outward ? 'judicial' : 'administrative',
      kind: filed ? 'filing' : 'hand-over',
      title: `${to}${zh ? '' : ' '}${answer}`,
      text: record.answer_text,
      documentNo: record.answer_no,
    }),
  ];
}

/** Undefined where the record is out of reach; anything else is an error. */
async function orHidden<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'platform.not-found') return undefined;
    throw error;
  }
}

/** Complaints, requests for aid and letters between districts: entered, and where they have come to an end how. */
async function stepsOfFile(ctx: Ctx, item: MatterItem): Promise<readonly Entry[] | undefined> {
  const file = await orHidden(loadFile(ctx, item.ref_id ?? ''));
  const definition = file && ctx.services.procedures.get(file.procedure);
  if (file === undefined || definition === undefined) return undefined;
  const zh = ctx.language === 'zh';
  const { lane, kind } = item;
  const entry = { lane, kind, text: file.subjectLabel, documentNo: null, href: definition.href(file) };
  const opened = { ...entry, on: item.happened_on, title: `${file.number} ${definition.label[ctx.language]}` };
  if (file.closedAt === null) return [opened];
  const state = definition.states[file.state]?.label[ctx.language] ?? file.state;
  const title = `${file.number} ${zh ? '办结：' : 'ended: '}${state}`;
  return [opened, { ...entry, on: chinaDay(new Date(file.closedAt)), title, text: null }];
}

async function stepsOfEvidence(ctx: Ctx, item: MatterItem): Promise<readonly Entry[] | undefined> {
  const fileId = item.ref_file_id ?? '';
  const found = (await orHidden(listEvidence(ctx, fileId)))?.find((one) => one.id === item.ref_id);
  if (found === undefined) return undefined;
  const { lane, kind, happened_on: on, text, document_no: documentNo } = item;
  return [
    {
      lane,
      kind,
      on,
      title: found.title,
      text: text ?? found.source,
      documentNo,
      href: `${caseHref(fileId)}/evidence`,
    },
  ];
}

/** What a step of the chain tells: of its record where it points at one; undefined to who may not read that. */
export async function stepsOf(ctx: Ctx, item: MatterItem): Promise<readonly Entry[] | undefined> {
  if (item.ref_kind === 'case') return stepsOfCase(ctx, item);
  if (item.ref_kind === 'hand-over') {
    const { rows } = await selectHandOvers(ctx.db, ctx, sql`h.id = ${item.ref_id} and ${handOversWithin(ctx)}`);
    return rows[0] === undefined ? undefined : stepsOfHandOver(ctx, rows[0]);
  }
  if (item.ref_kind === 'evidence') return stepsOfEvidence(ctx, item);
  if (item.ref_kind !== null) return stepsOfFile(ctx, item);
  return [
    {
      lane: item.lane,
      kind: item.kind,
      on: item.happened_on,
      title: item.title,
      text: item.text,
      documentNo: item.document_no,
      href: null,
    },
  ];
}
