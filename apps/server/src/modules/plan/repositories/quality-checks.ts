import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';

/** A check over the registers: one statement that lists the rows it objects to, and one that counts what it looked at. */
export interface QualityCheck {
  readonly code: string;
  readonly label: string;
  readonly why: string;
  readonly action: string;
  /** Level when there is at least one row. */
  readonly level: 'late' | 'warn';
  /** Columns id, kind, title, subtitle, href, status. */
  readonly rows: (ctx: Ctx) => RawBuilder<unknown>;
  readonly of: (ctx: Ctx) => RawBuilder<unknown>;
}

const party = (where: RawBuilder<unknown>) => (ctx: Ctx) =>
  sql`select p.id::text as id, 'party' as kind, p.name as title, coalesce(p.uscc, p.record_key) as subtitle,
  '/enterprises/' || p.id as href, p.status_text as status from parties.party p where p.district = ${ctx.district} and ${where}`;
const parties = (ctx: Ctx) => sql`select count(*) as n from parties.party where district = ${ctx.district}`;
const patents = (ctx: Ctx) => sql`select count(*) as n from ip_rights.patent where district = ${ctx.district}`;
const mentions = (ctx: Ctx) => sql`select count(*) as n from parties.mention where district = ${ctx.district}`;
const trademarks = (ctx: Ctx) => sql`select count(*) as n from ip_rights.trademark where district = ${ctx.district}`;

const mention = (where: RawBuilder<unknown>) => (ctx: Ctx) =>
  sql`select m.id::text as id, 'mention' as kind, m.name as title, m.locality as subtitle,
  '/matching?mention=' || m.id as href, m.decision as status from parties.mention m where m.district = ${ctx.district} and ${where}`;

export const qualityChecks: readonly QualityCheck[] = [
  {
    code: 'mention.review',
    label: '名称匹配待复核',
    why: '这些名称暂不计入任何企业，企业的专利、商标和名录因此偏少。',
    action: '到“匹配复核”逐条判定。',
    level: 'warn',
    rows: mention(sql`m.decision = 'review'`),
    of: mentions,
  },
  {
    code: 'mention.local-unlinked',
    label: '本区地址却未匹配到主体',
    why: '申请人地址在本区，但登记簿里没有对应主体：可能是登记名册不全、已更名或已注销。',
    action: '核对登记名册是否完整，或在“匹配复核”中指定。',
    level: 'warn',
    rows: mention(sql`m.decision = 'none' and m.locality <> '' and (m.locality like '%街道' or m.locality like '%镇')`),
    of: mentions,
  },
  {
    code: 'party.no-code',
    label: '没有统一社会信用代码的主体',
    why: '没有代码的主体只能按名称识别，改名后会被当作另一家。',
    action: '补充登记名册中的代码后重新导入。',
    level: 'warn',
    rows: party(sql`p.uscc is null`),
    of: parties,
  },
  {
    code: 'party.no-town',
    label: '所属区镇不明的存续主体',
    why: '不能分派到区镇，区镇合计会小于全区合计。',
    action: '补充所属镇或规范地址后重新导入。',
    level: 'warn',
    rows: party(sql`p.town_code is null and p.status = 'active'`),
    of: parties,
  },
  {
    code: 'party.no-industry',
    label: '没有行业代码的存续企业',
    why: '按行业切分时落入“未填”。',
    action: '补充国民经济行业代码后重新导入。',
    level: 'warn',
    rows: party(sql`p.industry_code is null and p.status = 'active' and p.kind = 'enterprise'`),
    of: parties,
  },
  {
    code: 'party.status-unknown',
    label: '登记状态不明的主体',
    why: '不计入存续主体。',
    action: '核对登记状态列的用词。',
    level: 'warn',
    rows: party(sql`p.status = 'unknown'`),
    of: parties,
  },
  {
    code: 'party.same-name',
    label: '同名的存续主体',
    why: '同名主体的权利无法仅凭名称归属。',
    action: '核对是否重复登记，或靠代码区分。',
    level: 'warn',
    rows: (ctx) =>
      party(
        sql`p.status = 'active' and p.name_key in (select name_key from parties.party where district = ${ctx.district} and status = 'active' group by name_key having count(*) > 1)`,
      )(ctx),
    of: parties,
  },
  {
    code: 'certificate.dead-edition',
    label: '2013 版贯标证书仍显示有效',
    why: 'GB/T 29490-2013 证书在过渡期后不再有效（公告2023年第27号），不应计入贯标覆盖率。',
    action: '请企业转换为 2023 版，并更新名单状态。',
    level: 'late',
    rows: (
      ctx,
    ) => sql`select s.id::text as id, 'membership' as kind, m.name as title, coalesce(s.certificate_no, '') || ' · 印有效期至 ' || coalesce(s.valid_to::text, '—') as subtitle,
        case when m.party_id is null then '/matching' else '/enterprises/' || m.party_id end as href, s.status_text as status
      from parties.membership s join parties.mention m on m.district = s.district and m.id = s.mention_id
      where s.district = ${ctx.district} and s.kind = 'standard-certified' and s.standard like '%29490%2013%' and coalesce(s.status_text, '有效') ~ '有效' and (s.valid_to is null or s.valid_to >= ${ctx.today})`,
    of: (ctx) =>
      sql`select count(*) as n from parties.membership where district = ${ctx.district} and kind = 'standard-certified'`,
  },
  {
    code: 'patent.unlinked',
    label: '没有匹配到任何权利人的专利',
    why: '不计入任何企业和区镇。',
    action: '先处理匹配复核；外区权利人的专利可以保留。',
    level: 'warn',
    rows: (
      ctx,
    ) => sql`select r.id::text as id, 'patent' as kind, r.title as title, r.application_no as subtitle, '/patents/' || r.id as href, r.legal_status_text as status
      from ip_rights.patent r where r.district = ${ctx.district} and not exists (select 1 from ip_rights.patent_holder h join parties.mention m on m.district = h.district and m.id = h.mention_id
        where h.district = r.district and h.patent_id = r.id and m.party_id is not null)`,
    of: patents,
  },
  {
    code: 'patent.status-unknown',
    label: '法律状态不明的专利',
    why: '不计入有效专利。',
    action: '用含法律状态和日期的导出重新导入。',
    level: 'warn',
    rows: (
      ctx,
    ) => sql`select r.id::text as id, 'patent' as kind, r.title as title, r.application_no as subtitle, '/patents/' || r.id as href, coalesce(r.legal_status_text, '未填') as status
      from ip_rights.patent r where r.district = ${ctx.district} and coalesce((select s.status from ip_rights.patent_period s where s.district = r.district and s.patent_id = r.id
        and s.valid_from <= ${ctx.today} order by s.valid_from desc limit 1), 'unknown') = 'unknown'`,
    of: patents,
  },
  {
    code: 'patent.abnormal',
    label: '涉非正常申请的专利',
    why: '用于清零或奖补的专利一旦被认定非正常，成果退回。',
    action: '核对认定与撤回情况。',
    level: 'late',
    rows: (
      ctx,
    ) => sql`select r.id::text as id, 'patent' as kind, r.title as title, r.application_no as subtitle, '/patents/' || r.id as href, r.legal_status_text as status
      from ip_rights.patent r where r.district = ${ctx.district} and (r.abnormal or exists (
        select 1 from ip_rights.abnormal_filing a where a.district = r.district and a.patent_key = r.record_key and a.cleared_on is null) or exists (
        select 1 from ip_rights.abnormal_finding f where f.district = r.district and f.patent_key = r.record_key and f.withdrawn_on is null))`,
    of: patents,
  },
  {
    code: 'trademark.status-unknown',
    label: '状态不明的商标',
    why: '不计入有效商标。',
    action: '用含商标状态和专用权期限的导出重新导入。',
    level: 'warn',
    rows: (
      ctx,
    ) => sql`select r.id::text as id, 'trademark' as kind, r.name as title, r.registration_no || ' · ' || r.nice_class as subtitle, '/trademarks/' || r.id as href, coalesce(r.legal_status_text, '未填') as status
      from ip_rights.trademark r where r.district = ${ctx.district} and coalesce((select s.status from ip_rights.trademark_period s where s.district = r.district and s.trademark_id = r.id
        and s.valid_from <= ${ctx.today} order by s.valid_from desc limit 1), 'unknown') = 'unknown'`,
    of: trademarks,
  },
  {
    code: 'import.doubtful',
    label: '未决定的存疑行',
    why: '存疑行没有写入任何记录。',
    action: '在导入页逐行决定：采用建议、按原样或不写入。',
    level: 'late',
    rows: (
      ctx,
    ) => sql`select i.id || '/' || r.row_no as id, 'import-row' as kind, i.file_name as title, '第 ' || r.line || ' 行：' || coalesce(r.issues->0->>'zh', '') as subtitle,
        '/imports/' || i.id || '?status=doubtful' as href, i.state as status
      from imports.import i join imports.import_row r on r.district = i.district and r.import_id = i.id and r.status = 'doubtful'
      where i.district = ${ctx.district} and i.state in ('previewed', 'committed')`,
    of: (ctx) =>
      sql`select coalesce(sum((counts->>'total')::bigint), 0) as n from imports.import where district = ${ctx.district} and state in ('previewed', 'committed')`,
  },
];
