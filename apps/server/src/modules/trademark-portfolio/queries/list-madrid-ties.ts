import type { MadridTie, ParsedInput, RouteOutput, routes } from '@jince/contract';
import { hasLaw, lawNumber } from '@jince/law';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import { madridDependency } from '../../ip-rights/index.ts';
import { listRegisterUse, type MarkRecord, partiesWithin, selectMarks } from '../repositories/mark-repository.ts';
import { ofMark, selectUse } from '../repositories/use-repository.ts';
import { LIFE_READ } from '../trademark-portfolio.catalogue.ts';
import { coverageOf } from './show-mark-life.ts';
import { clockDay } from './words.ts';

type Route = (typeof routes)['listMadridTies'];

interface Registration {
  readonly id: string;
  readonly ir_no: string;
  readonly name: string;
  readonly registered_on: string | null;
  readonly expires_on: string | null;
  readonly base_registration_no: string | null;
  readonly designations: { member: string; on?: string }[];
  readonly holder: string | null;
  readonly party_id: string | null;
}

async function listRegistrations(ctx: Ctx, party: string | undefined): Promise<Registration[]> {
  const { rows } = await sql<Registration>`
    select r.id, r.ir_no, r.name, r.registered_on, r.expires_on, r.base_registration_no, r.designations, m.name as holder, m.party_id
    from ip_rights.madrid r
    left join parties.mention m on m.district = r.district and m.id = r.mention_id
    left join parties.party p on p.district = m.district and p.id = m.party_id
    where r.district = ${ctx.district} and ${partiesWithin(ctx, LIFE_READ)} and (${party ?? null}::uuid is null or m.party_id = ${party ?? null}::uuid)
    order by r.registered_on desc nulls last, r.ir_no`.execute(ctx.db);
  return rows;
}

const words = {
  ended: { zh: '已不是有效注册', en: 'no longer in force' },
  grace: { zh: '在宽展期内，尚未续展', en: 'in the grace period, not renewed' },
  use: { zh: '可被以连续三年不使用申请撤销', en: 'open to revocation for non-use' },
  pending: { zh: '尚未核准注册', en: 'not registered yet' },
};

/** Why a base mark may fall; null while nothing speaks for it. */
async function riskOf(ctx: Ctx, mark: MarkRecord): Promise<string | null> {
  if (mark.status === 'applied' || mark.status === 'preliminary') return words.pending[ctx.language];
  if (mark.status === 'grace') return words.grace[ctx.language];
  if (mark.status !== 'registered') return words.ended[ctx.language];
  const coverage = coverageOf(
    ctx,
    mark,
    await selectUse(ctx.db, ctx, ofMark(mark)),
    await listRegisterUse(ctx.db, ctx, mark),
  );
  return coverage?.exposed ? words.use[ctx.language] : null;
}

function consequenceOf(ctx: Ctx, endsOn: string | undefined, active: boolean): string {
  const zh = ctx.language === 'zh';
  if (endsOn === undefined)
    return zh
      ? '缺少国际注册日，不能推算依附期。'
      : 'The day of registration is missing: no dependency can be worked out.';
  const months = lawNumber('madrid.transformation-months', ctx.today).value;
  if (!active)
    return zh
      ? `依附期已于${endsOn}届满，国际注册独立于基础商标；基础商标失效不再影响它。`
      : `The dependency ended on ${endsOn}: the registration stands by itself.`;
  return zh
    ? `${endsOn}前基础商标被驳回、撤销、注销或宣告无效的（含期内提起、期后生效的），国际注册在相应商品上随之撤销；可在撤销之日起${months}个月内申请转换为各指定成员的国家申请。`
    : `Until ${endsOn} the registration falls with its base, also by an action begun in that time; within ${months} months it can be transformed into national applications.`;
}

/** Bases by number, each class with what endangers it. */
async function basesOf(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, MadridTie['base']>> {
  const marks = await selectMarks(
    ctx.db,
    ctx,
    sql`r.country = 'CN' and r.registration_no = any(${[...numbers]}::text[])`,
  );
  const found = new Map<string, MadridTie['base']>();
  for (const mark of marks) {
    const list = found.get(mark.registration_no) ?? [];
    list.push({
      id: mark.id,
      niceClass: mark.nice_class,
      name: mark.name,
      status: mark.status,
      risk: await riskOf(ctx, mark),
    });
    found.set(mark.registration_no, list);
  }
  return found;
}

function toTie(ctx: Ctx, row: Registration, base: MadridTie['base']): MadridTie {
  const on = row.registered_on;
  const tie = on !== null && hasLaw('madrid.dependency-years', on) ? madridDependency(on, ctx.today) : undefined;
  const dependent = tie?.active ?? false;
  const endangered = base.some((one) => one.risk !== null);
  return {
    id: row.id,
    irNo: row.ir_no,
    name: row.name,
    holder: row.holder,
    partyId: row.party_id,
    registeredOn: on,
    expiresOn: row.expires_on,
    members: row.designations.map(({ member, on: designated }) => ({
      member,
      on: designated ?? on,
      later: designated !== undefined && on !== null && designated > on,
    })),
    baseNo: row.base_registration_no,
    base,
    dependency: clockDay(ctx, 'madrid.dependency', on),
    dependent,
    consequence: consequenceOf(ctx, tie?.endsOn, dependent),
    standing:
      tie === undefined || (dependent && base.length === 0)
        ? 'unknown'
        : !dependent
          ? 'safe'
          : endangered
            ? 'at-risk'
            : 'dependent',
  };
}

const ORDER = ['at-risk', 'unknown', 'dependent', 'safe'];

/** International registrations with their base marks: the endangered first. */
export async function listMadridTies(ctx: Ctx, query: ParsedInput<Route>['query']): Promise<RouteOutput<Route>> {
  const rows = await listRegistrations(ctx, query.party);
  const bases = await basesOf(ctx, [...new Set(rows.flatMap((row) => row.base_registration_no ?? []))]);
  const items = rows
    .map((row) => toTie(ctx, row, bases.get(row.base_registration_no ?? '') ?? []))
    .filter((tie) => query.standing === undefined || query.standing.includes(tie.standing))
    .toSorted((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
  const note =
    ctx.language === 'zh'
      ? '后期指定的依附期与国际注册相同，自国际注册日起算，不另行延长。'
      : 'A later designation depends no longer than the registration itself: the time runs from the international registration.';
  return { items, note };
}
