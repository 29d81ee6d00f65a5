import { Readable } from 'node:stream';
import { addDays, addMonths } from '@jince/calendar';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { onDemoDay } from '../../../platform/auth/index.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import { renderPdf } from '../../../platform/documents/index.ts';
import type { UploadedFile } from '../../../platform/module.ts';
import { addThreat, decideThreat } from '../commands/decide-threats.ts';
import { addWellKnownEntry, addWellKnownFilePart, openWellKnownFile } from '../commands/keep-material.ts';
import { addUseEvidence, addUseFile } from '../commands/keep-use.ts';
import { coveredDocument } from '../queries/export-bundle.ts';
import { type MarkRecord, selectMarks } from '../repositories/mark-repository.ts';

const OWNERS = 5;
const NAMES = ['演示·品牌经理', '演示·法务'] as const;

/** A paper that says of itself that it is made up. */
function paper(ctx: Ctx, name: string, lines: readonly string[]): UploadedFile {
  const { content } = renderPdf(
    coveredDocument(ctx, {
      title: [name],
      subtitle: '演示文件（虚构）',
      issuer: '演示',
      cover: [],
      blocks: lines.map((text) => ({ kind: 'paragraph' as const, text })),
    }),
  );
  return {
    fileName: `${name}.pdf`,
    mediaType: 'application/pdf',
    content: Readable.from([Buffer.from(content)]),
    fields: {},
  };
}

interface Piece {
  readonly kind: 'contract' | 'packaging' | 'exhibition' | 'online' | 'advertisement';
  readonly name: string;
  readonly monthsAgo: number;
  readonly months: number;
  readonly place: string;
}

const PIECES: readonly Piece[] = [
  { kind: 'contract', name: '购销合同和发票', monthsAgo: 31, months: 3, place: '江苏苏州' },
  { kind: 'exhibition', name: '展会摊位照片和参展合同', monthsAgo: 20, months: 0, place: '上海' },
  { kind: 'packaging', name: '商品包装和吊牌', monthsAgo: 9, months: 4, place: '本区工厂' },
  { kind: 'online', name: '网店销售页面', monthsAgo: 2, months: 1, place: '某电商平台' },
];

async function keepPiece(ctx: Ctx, partyId: string, mark: MarkRecord, piece: Piece): Promise<void> {
  const from = addMonths(ctx.today, -piece.monthsAgo);
  const until = addMonths(from, piece.months);
  const kept = [until, ctx.today].toSorted()[0] as typeof until;
  const owner = onDemoDay(ctx, kept, { ...ctx.actor, displayName: NAMES[0] });
  const id = uuidv7();
  await addUseEvidence(owner, {
    id,
    partyId,
    trademarkIds: [mark.id],
    kind: piece.kind,
    from,
    until: kept,
    place: piece.place,
    goods: mark.goods.slice(0, 2),
    note: `${piece.name}（演示）`,
  });
  await addUseFile(owner, id, paper(owner, piece.name, [`商标：${mark.name}`, `使用时间：${from}至${kept}`]));
}

/** Parties whose marks are in force the most, the one of the demo's account first. */
async function ownersOf(ctx: Ctx, first: string | undefined): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.party_id as id from ip_rights.trademark_holder h
    join parties.mention m on m.district = h.district and m.id = h.mention_id
    join ip_rights.trademark_period t on t.district = h.district and t.trademark_id = h.trademark_id and t.status = 'registered'
      and t.valid_from <= ${addMonths(ctx.today, -40)} and (t.valid_to is null or t.valid_to > ${ctx.today})
    where h.district = ${ctx.district} and m.party_id is not null
    group by 1 order by (m.party_id = ${first ?? null}::uuid) desc nulls last, count(*) desc, 1 limit ${OWNERS}`.execute(
    ctx.db,
  );
  return rows.map((row) => row.id);
}

const marksOf = (ctx: Ctx, partyId: string) =>
  selectMarks(
    ctx.db,
    ctx,
    sql`r.country = 'CN' and t.status = 'registered' and r.name <> '' and exists (
      select 1 from ip_rights.trademark_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
      where h.district = r.district and h.trademark_id = r.id and m.party_id = ${partyId})`,
  );

const PUBLISHED = [
  { no: '88800101', daysAgo: 60, make: (name: string) => `${name}坊`, decision: undefined },
  { no: '88800102', daysAgo: 35, make: (name: string) => `新${name}`, decision: undefined },
  { no: '88800103', daysAgo: 80, make: (name: string) => [...name].toReversed().join(''), decision: 'not' as const },
];

async function seedThreats(ctx: Ctx, mark: MarkRecord): Promise<number> {
  for (const { no, daysAgo, make, decision } of PUBLISHED) {
    const { id } = await addThreat(ctx, {
      trademarkId: mark.id,
      publishedNo: no,
      publishedClass: mark.nice_class,
      publishedName: make(mark.name),
      applicant: '虚构某贸易有限公司',
      publishedOn: addDays(ctx.today, -daysAgo),
    });
    if (decision !== undefined)
      await decideThreat({ ...ctx, actor: { ...ctx.actor, displayName: NAMES[1] } }, id, {
        decision,
        reason: '商品的销售渠道和消费对象不同，混淆可能性低（演示）',
      });
  }
  return PUBLISHED.length;
}

const FEN_OF_WAN = 1_000_000;

async function seedMaterial(ctx: Ctx, partyId: string, mark: MarkRecord): Promise<void> {
  const { id } = await openWellKnownFile(ctx, {
    trademarkId: mark.id,
    partyId,
    occasion: '演示：外地企业擅自使用近似标志案（虚构）',
    route: 'administrative',
  });
  const year = Number(ctx.today.slice(0, 4)) - 1;
  const say = async (item: string, text: string, region: string, wan: number | null, proof: boolean) => {
    const entry = uuidv7();
    await addWellKnownEntry(ctx, id, {
      id: entry,
      item,
      text,
      from: `${year}-01-01`,
      until: `${year}-12-31`,
      region,
      amountFen: wan === null ? null : wan * FEN_OF_WAN,
    });
    if (proof) await addWellKnownFilePart(ctx, entry, paper(ctx, text, [text]));
  };
  await say('sales', `${year}年专项审计报告`, '江苏', 3200, true);
  await say('sales', `${year}年经销合同`, '浙江', 860, false);
  await say('advertising', `${year}年户外广告合同`, '长三角', 120, true);
}

/** Lockers, published marks and one file of material, all made up. Nothing when there is something already. */
export async function seedDemoPortfolio(
  ctx: Ctx,
  partyId: string | undefined,
): Promise<{ pieces: number; threats: number }> {
  const { rows } =
    await sql`select 1 from trademark_portfolio.use_evidence where district = ${ctx.district} limit 1`.execute(ctx.db);
  if (rows.length > 0) return { pieces: 0, threats: 0 };
  let pieces = 0;
  let threats = 0;
  for (const [at, owner] of (await ownersOf(ctx, partyId)).entries()) {
    const [mark] = await marksOf(ctx, owner);
    if (mark === undefined) continue;
    // The last pieces are left out further down the list, so that some lie open.
    for (const piece of PIECES.slice(0, PIECES.length - (at % PIECES.length))) {
      await keepPiece(ctx, owner, mark, piece);
      pieces += 1;
    }
    if (at === 0) {
      threats = await seedThreats(ctx, mark);
      await seedMaterial(ctx, owner, mark);
    }
  }
  return { pieces, threats };
}
