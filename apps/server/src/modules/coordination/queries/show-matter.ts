import type { ChainEntry, MatterRow, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { containsPattern } from '../../../platform/access/like.ts';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { MATTER_EDIT, MATTER_READ } from '../coordination.catalogue.ts';
import { nameBody } from '../repositories/body-repository.ts';
import { type HandOverRecord, handOversWithin, selectHandOvers } from '../repositories/hand-over-repository.ts';
import {
  listItems,
  type MatterItem,
  type MatterRecord,
  mattersWithin,
  selectMatters,
} from '../repositories/matter-repository.ts';
import { caseHref, readableCases } from './case-bridge.ts';

type Route = (typeof routes)['listMatters'];

const toRow = (record: MatterRecord): MatterRow => ({
  id: record.id,
  title: record.title,
  holder: record.holder_name,
  partyId: record.party_id,
  right: record.right_number,
  openedOn: record.opened_on,
  entries: record.entries,
  lanes: [...record.lanes],
  lastOn: record.last_on,
});

/** A matter of the actor's bodies, with this permission. @throws AppError 404 otherwise */
export async function reachMatter(ctx: Ctx, id: string, permission = MATTER_READ): Promise<MatterRecord> {
  const found = may(ctx, permission)
    ? (await selectMatters(ctx.db, ctx, sql`m.id = ${id} and ${mattersWithin(ctx, permission)}`)).rows[0]
    : undefined;
  if (found === undefined) throw new AppError('platform.not-found');
  return found;
}

/** Matters in the actor's reach, those in which something happened last first. */
export async function listMatters(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const { page, pageSize } = query;
  const word = query.q?.trim() ?? '';
  const like = containsPattern(word);
  const tests = [
    mattersWithin(ctx),
    query.party === undefined ? sql`true` : sql`m.party_id = ${query.party}`,
    word === ''
      ? sql`true`
      : sql`(m.title ilike ${like} or m.holder_name ilike ${like} or m.right_number ilike ${like})`,
  ];
  const found = await selectMatters(ctx.db, ctx, sql.join(tests, sql` and `), {
    size: pageSize,
    skip: (page - 1) * pageSize,
  });
  return { items: found.rows.map(toRow), total: found.total, page, pageSize };
}

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

async function stepsOf(ctx: Ctx, item: MatterItem): Promise<readonly Entry[] | undefined> {
  if (item.ref_kind === 'case') return stepsOfCase(ctx, item);
  if (item.ref_kind === 'hand-over') {
    const { rows } = await selectHandOvers(ctx.db, ctx, sql`h.id = ${item.ref_id} and ${handOversWithin(ctx)}`);
    return rows[0] === undefined ? undefined : stepsOfHandOver(ctx, rows[0]);
  }
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

/** The chain of a matter in time. Cases and hand-overs tell their own steps, to who may read them. @throws AppError 404 */
export async function getMatter(ctx: Ctx, id: string): Promise<RouteOutput<(typeof routes)['getMatter']>> {
  const record = await reachMatter(ctx, id);
  const chain: ChainEntry[] = [];
  let hidden = 0;
  for (const item of await listItems(ctx.db, ctx, id)) {
    const steps = await stepsOf(ctx, item);
    if (steps === undefined) hidden += 1;
    for (const [at, step] of (steps ?? []).entries()) chain.push({ ...step, key: `${item.id}-${at}`, itemId: item.id });
  }
  return {
    ...toRow(record),
    note: record.note,
    openedBy: record.opened_by_name,
    chain: chain.toSorted((a, b) => a.on.localeCompare(b.on)),
    hidden,
    mayEdit: may(ctx, MATTER_EDIT),
  };
}
