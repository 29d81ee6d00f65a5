import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

type Described = ReadonlyMap<string, { label: string; href: string }>;

interface Row {
  readonly record_key: string;
  readonly label: string;
  readonly href: string;
}

const toMap = (rows: readonly Row[]): Described =>
  new Map(rows.map(({ record_key, label, href }) => [record_key, { label, href }]));

export async function describePatents(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  const { rows } = await sql<Row>`select record_key, title as label, '/patents/' || id as href from ip_rights.patent
    where district = ${ctx.district} and record_key = any(${keys}::text[])`.execute(ctx.db);
  return toMap(rows);
}

export async function describeTrademarks(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  const { rows } =
    await sql<Row>`select record_key, name || '（第' || nice_class || '类）' as label, '/trademarks/' || id as href
    from ip_rights.trademark where district = ${ctx.district} and record_key = any(${keys}::text[])`.execute(ctx.db);
  return toMap(rows);
}

export async function describeAnnuities(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  const { rows } =
    await sql<Row>`select a.record_key, coalesce(p.title, a.patent_key) || ' 第' || a.patent_year || '年度' as label,
      coalesce('/patents/' || p.id, '/patents?q=' || a.patent_key) as href
    from ip_rights.annuity_payment a left join ip_rights.patent p on p.district = a.district and p.record_key = a.patent_key
    where a.district = ${ctx.district} and a.record_key = any(${keys}::text[])`.execute(ctx.db);
  return toMap(rows);
}

export async function describeGis(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  const { rows } = await sql<Row>`select record_key, name as label, '/gis' as href from ip_rights.gi
    where district = ${ctx.district} and record_key = any(${keys}::text[])`.execute(ctx.db);
  return toMap(rows);
}

export async function describeMadrid(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  const { rows } =
    await sql<Row>`select record_key, name || '（' || ir_no || '）' as label, '/madrid?q=' || ir_no as href from ip_rights.madrid
    where district = ${ctx.district} and record_key = any(${keys}::text[])`.execute(ctx.db);
  return toMap(rows);
}

/** Keys are `code|…`: a condition is known by its industry. */
export async function describeStrategicIndustries(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  const { rows } = await sql<{
    code: string;
    name: string;
  }>`select distinct code, name from ip_rights.strategic_industry
    where district = ${ctx.district}`.execute(ctx.db);
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return new Map(
    keys.map((key) => {
      const code = key.split('|')[0] ?? key;
      return [key, { label: `${code} ${names.get(code) ?? ''}`.trim(), href: '/patents' }];
    }),
  );
}

/** Records about a patent: keys are `application number|…`. */
export async function describePatentNotes(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  const patents = await describePatents(ctx, [...new Set(keys.map((key) => key.split('|')[0] ?? key))]);
  return new Map(
    keys.map((key) => {
      const number = key.split('|')[0] ?? key;
      return [key, patents.get(number) ?? { label: number, href: `/patents?q=${number}` }];
    }),
  );
}

/** Evidence of use: keys are `number/class|…`. */
export async function describeTrademarkUse(ctx: Ctx, keys: readonly string[]): Promise<Described> {
  const marks = await describeTrademarks(ctx, [...new Set(keys.map((key) => key.split('|')[0] ?? key))]);
  return new Map(
    keys.map((key) => {
      const mark = key.split('|')[0] ?? key;
      return [key, marks.get(mark) ?? { label: mark, href: `/trademarks?q=${mark.split('/')[0]}` }];
    }),
  );
}
