import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

type Described = ReadonlyMap<string, { label: string; href: string }>;

interface Row {
  readonly record_key: string;
  readonly label: string;
  readonly agency_id: string | null;
}

async function describe(ctx: Ctx, rows: RawBuilder<Row>): Promise<Described> {
  const found = await rows.execute(ctx.db);
  return new Map(
    found.rows.map(({ record_key, label, agency_id }) => [
      record_key,
      { label, href: agency_id === null ? '/agencies/register' : `/agencies/register/${agency_id}` },
    ]),
  );
}

export const describeStatements =
  (list: 'patent' | 'trademark') =>
  (ctx: Ctx, keys: readonly string[]): Promise<Described> =>
    describe(
      ctx,
      sql`select record_key, name as label, agency_id from agencies.statement
        where district = ${ctx.district} and list = ${list} and record_key = any(${keys}::text[])`,
    );

export const describePractices = (ctx: Ctx, keys: readonly string[]): Promise<Described> =>
  describe(
    ctx,
    sql`select p.record_key, e.name || ' · ' || p.written as label, p.agency_id from agencies.practice p
      join agencies.person e on e.district = p.district and e.id = p.person_id
      where p.district = ${ctx.district} and p.list = 'people' and p.record_key = any(${keys}::text[])`,
  );

export const describeReports = (ctx: Ctx, keys: readonly string[]): Promise<Described> =>
  describe(
    ctx,
    sql`select record_key, written || ' ' || year || '年度报告' as label, agency_id from agencies.annual_report
      where district = ${ctx.district} and record_key = any(${keys}::text[])`,
  );

export const describeGrounds = (ctx: Ctx, keys: readonly string[]): Promise<Described> =>
  describe(
    ctx,
    sql`select record_key, written || ' ' || coalesce(document_no, '') as label, agency_id from agencies.ground
      where district = ${ctx.district} and record_key = any(${keys}::text[])`,
  );

export const describeSocialSecurity = (ctx: Ctx, keys: readonly string[]): Promise<Described> =>
  describe(
    ctx,
    sql`select record_key, name || ' · ' || unit_name as label, null::uuid as agency_id from agencies.social_security
      where district = ${ctx.district} and record_key = any(${keys}::text[])`,
  );
