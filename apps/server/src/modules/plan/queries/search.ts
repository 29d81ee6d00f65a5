import { type Ctx, may, scopeFor } from '../../../platform/context/context.ts';
import {
  foldForSearch,
  type RegisterIndex,
  type RowTest,
  selectPage,
  toDay,
} from '../../../platform/register-index/index.ts';
import {
  PATENT_READ,
  patentIndex,
  patentKindLabels,
  patentStatusLabels,
  rightScopeTest,
  TRADEMARK_READ,
  trademarkIndex,
  trademarkStatusLabels,
} from '../../ip-rights/index.ts';
import { listPartyTexts, PARTY_READ, type PartyIndexData, partyKindLabels, scopeTest } from '../../parties/index.ts';

interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly href: string;
  readonly why: string;
}

interface Searchable {
  readonly search: { containing(needle: string): Uint8Array };
  readonly pinyin: { containing(needle: string): Uint8Array };
}

/** Rows by text or, for Latin letters, by sound; with which of the two it was. */
function matching(columns: Searchable, needle: string): { test: RowTest; why: (row: number) => string } {
  const texts = columns.search.containing(needle);
  const sounds = /^[a-z]{2,}$/.test(needle) ? columns.pinyin.containing(needle) : undefined;
  return {
    test: (row) => texts[row] === 1 || sounds?.[row] === 1,
    why: (row) => (texts[row] === 1 ? (/^\d/.test(needle) ? '号码' : '名称') : '拼音'),
  };
}

async function findParties(
  ctx: Ctx,
  index: RegisterIndex<PartyIndexData>,
  needle: string,
  limit: number,
): Promise<Hit[]> {
  if (!may(ctx, PARTY_READ)) return [];
  const data = await index.get(ctx);
  const match = matching(data, needle);
  const { rows } = selectPage(data.size, [match.test, scopeTest(ctx, data, PARTY_READ)], { page: 1, pageSize: limit });
  const texts = await listPartyTexts(
    ctx.db,
    ctx.district,
    scopeFor(ctx, PARTY_READ),
    rows.map((row) => data.ids[row] as string),
  );
  return rows.flatMap((row) => {
    const id = data.ids[row] as string;
    const text = texts.get(id);
    if (text === undefined) return [];
    const town = ctx.services.places.townName(data.town.codeAt(row) || null);
    const kind = partyKindLabels[data.kind.codeAt(row)]?.[ctx.language];
    return [
      {
        kind: 'party',
        id,
        title: text.name,
        subtitle: [kind, town, text.uscc].filter(Boolean).join(' · '),
        href: `/enterprises/${id}`,
        why: match.why(row),
      },
    ];
  });
}

async function findPatents(ctx: Ctx, needle: string, limit: number): Promise<Hit[]> {
  if (!may(ctx, PATENT_READ)) return [];
  const data = await patentIndex.get(ctx);
  const match = matching(data.rights, needle);
  const scope = rightScopeTest(ctx, data, PATENT_READ);
  const { rows } = selectPage(data.size, scope === undefined ? [match.test] : [match.test, scope], {
    page: 1,
    pageSize: limit,
  });
  const today = toDay(ctx.today);
  return rows.map((row) => {
    const id = data.rights.ids[row] as string;
    const kind = patentKindLabels[data.kind.codeAt(row)]?.[ctx.language];
    const status = patentStatusLabels[data.rights.statusCodeAt(row, today)]?.[ctx.language];
    return {
      kind: 'patent',
      id,
      title: data.rights.names[row] as string,
      subtitle: [kind, status].filter(Boolean).join(' · '),
      href: `/patents/${id}`,
      why: match.why(row),
    };
  });
}

async function findTrademarks(ctx: Ctx, needle: string, limit: number): Promise<Hit[]> {
  if (!may(ctx, TRADEMARK_READ)) return [];
  const data = await trademarkIndex.get(ctx);
  const match = matching(data.rights, needle);
  const scope = rightScopeTest(ctx, data, TRADEMARK_READ);
  const { rows } = selectPage(data.size, scope === undefined ? [match.test] : [match.test, scope], {
    page: 1,
    pageSize: limit,
  });
  const today = toDay(ctx.today);
  return rows.map((row) => {
    const id = data.rights.ids[row] as string;
    const status = trademarkStatusLabels[data.rights.statusCodeAt(row, today)]?.[ctx.language];
    return {
      kind: 'trademark',
      id,
      title: data.rights.names[row] as string,
      subtitle: [`第 ${data.niceClass.codeAt(row)} 类`, status].filter(Boolean).join(' · '),
      href: `/trademarks/${id}`,
      why: match.why(row),
    };
  });
}

/** Finds anything by name, number, pinyin or initials, a share of the hits for each sort of record. */
export async function search(
  ctx: Ctx,
  index: RegisterIndex<PartyIndexData>,
  q: string,
  limit: number,
): Promise<{ hits: Hit[] }> {
  const needle = foldForSearch(q).replace(/^zl(?=\d)/, '');
  if (needle === '') return { hits: [] };
  const share = Math.max(2, Math.ceil(limit / 3));
  const found = [
    await findParties(ctx, index, needle, limit),
    await findPatents(ctx, needle, limit),
    await findTrademarks(ctx, needle, limit),
  ];
  const first = found.flatMap((hits) => hits.slice(0, share));
  const rest = found.flatMap((hits) => hits.slice(share));
  return { hits: [...first, ...rest].slice(0, limit) };
}
