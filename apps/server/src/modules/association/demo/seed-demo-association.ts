import { addDays } from '@jince/calendar';
import { sql } from 'kysely';
import { findDemoActor, onDemoDay } from '../../../platform/auth/index.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { performAction } from '../../../platform/procedures/index.ts';
import { type AgencyCard, listAgencyCards } from '../../ip-agencies/index.ts';
import { awardBrand, judgeLevel } from '../commands/award-brand.ts';
import { fileComplaint } from '../commands/file-complaint.ts';
import { publishDocument, signDocument } from '../commands/keep-documents.ts';
import { admitMember } from '../commands/keep-members.ts';
import { rateMatter } from '../commands/rate-matter.ts';

const MEMBERS = 24;
const RATED_AGENCIES = 6;
const COMMENTS = [
  '示例：撰写认真，沟通及时。',
  '示例：答复审查意见有说服力。',
  null,
  '示例：收费清楚，通知及时。',
  '示例：进度偏慢，质量可以。',
] as const;

interface Matter {
  readonly patent_id: string;
  readonly agency_id: string;
  readonly party_id: string;
  readonly party_name: string;
  readonly nth: number;
}

/** Matters of different clients, some clients with several, of the agencies that finished most for the district. */
async function listMatters(ctx: Ctx, agencies: readonly string[]): Promise<readonly Matter[]> {
  const { rows } = await sql<Matter>`select m.* from (
      select distinct on (p.id) p.id as patent_id, pa.agency_id, t.id as party_id, t.name as party_name,
        row_number() over (partition by pa.agency_id, t.id order by p.granted_on, p.id) as nth
      from agencies.patent_agency pa join ip_rights.patent p on p.district = pa.district and p.id = pa.patent_id and p.granted_on <= ${addDays(ctx.today, -90)}::date
      join ip_rights.patent_holder h on h.district = p.district and h.patent_id = p.id and h.position = 1
      join parties.mention n on n.district = h.district and n.id = h.mention_id
      join parties.party t on t.district = n.district and t.id = n.party_id and t.kind = 'enterprise' and t.status = 'active'
      where pa.district = ${ctx.district} and pa.agency_id = any(${[...agencies]}::uuid[]) order by p.id) m
    where m.nth <= 3 order by m.agency_id, m.nth, m.party_name, m.patent_id`.execute(ctx.db);
  return rows;
}

/** Somebody of the enterprise: no account is made, only what the command asks for. */
const ofEnterprise = (ctx: Ctx, base: Actor, matter: Matter): Actor => ({
  ...base,
  displayName: matter.party_name,
  grants: [{ role: 'enterprise', placeKind: 'party', placeCode: matter.party_id }],
  permissions: new Set(ctx.services.permissionsOfRole('enterprise')),
});

async function rate(ctx: Ctx, officer: Actor, members: readonly AgencyCard[]): Promise<number> {
  const matters = await listMatters(
    ctx,
    members.map((card) => card.id),
  );
  const byAgency = [...Map.groupBy(matters, (one) => one.agency_id).values()]
    .filter((own) => new Set(own.map((one) => one.party_id)).size >= 3)
    .slice(0, RATED_AGENCIES);
  let made = 0;
  for (const [at, own] of byAgency.entries()) {
    for (const [k, matter] of own.slice(0, 9).entries()) {
      const high = at === 0 ? 5 : at === 1 ? 4 : 3 + ((k + at) % 3);
      const score = (n: number) => Math.max(1, Math.min(5, high - (at > 0 && (k + n) % 4 === 0 ? 1 : 0)));
      const who = onDemoDay(ctx, addDays(ctx.today, at === 2 ? -20 : -80 + k * 8), ofEnterprise(ctx, officer, matter));
      await rateMatter(who, {
        patentId: matter.patent_id,
        scores: { quality: score(0), timeliness: score(1), communication: score(2) },
        comment: COMMENTS[(k + at) % COMMENTS.length] ?? null,
      });
      made += 1;
    }
  }
  return made;
}

async function complain(ctx: Ctx, secretary: Actor, members: readonly AgencyCard[]): Promise<number> {
  const [a, b, c, d] = members.slice(-4);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return 0;
  const on = (days: number) => onDemoDay(ctx, addDays(ctx.today, -days), secretary);
  const act = (days: number, fileId: string, action: string, fields?: Record<string, unknown>) =>
    inTransaction(on(days), (tx) =>
      performAction(tx, on(days), fileId, action, fields === undefined ? {} : { fields }),
    );
  const first = await fileComplaint(on(70), {
    complainantId: a.id,
    respondentId: b.id,
    clause: '第二条',
    facts: '示例：被投诉会员在招揽业务时承诺授权率，并以低于成本的价格报价，附报价单截图。',
    request: '责令改正并在行业内通报',
  });
  await act(68, first.fileId, 'accept');
  await act(62, first.fileId, 'answer', { text: '示例：报价为业务人员个人行为，已停止并整改。' });
  await act(50, first.fileId, 'find-breach', {
    text: '示例：招揽业务时承诺授权率属实，违反公约第二条',
    penalty: 'warning',
    documentNo: '示例协会惩〔2026〕1号',
  });
  const second = await fileComplaint(on(4), {
    complainantId: c.id,
    respondentId: d.id,
    clause: '第六条',
    facts: '示例：被投诉会员使用已转到其他机构的代理师名义对外宣传，附宣传页。',
    request: '停止宣传并说明情况',
  });
  await act(3, second.fileId, 'accept');
  return 2;
}

async function documents(ctx: Ctx, secretary: Actor, members: readonly AgencyCard[]): Promise<void> {
  const { demo } = ctx.services.jurisdiction.association;
  const on = (day: string) => onDemoDay(ctx, day, secretary);
  const publish = (sort: 'convention' | 'standard', text: { title: string; text: string }, day: string) =>
    publishDocument(on(day), { sort, title: text.title, body: text.text, adoptedOn: day, effectiveOn: day });
  const earlier = await publish('convention', demo.earlier, '2023-03-01');
  const present = await publish('convention', demo.convention, addDays(ctx.today, -120));
  const standard = await publish('standard', demo.standard, addDays(ctx.today, -100));
  for (const [at, card] of members.entries()) {
    const sign = (id: string, day: string) =>
      signDocument(on(day), id, { agencyId: card.id, signatory: '负责人（示例）', signedOn: day });
    await sign(earlier, '2023-04-10');
    if (at % 6 !== 5) await sign(present, addDays(ctx.today, -110 + at));
    if (at % 3 !== 2) await sign(standard, addDays(ctx.today, -90 + at));
  }
}

async function hasMembers(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select 1 from association.member where district = ${ctx.district} limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** The association of the demo, made by the commands themselves; all of it is invented and says so. */
export async function seedDemoAssociation(
  ctx: Ctx,
  settle: () => Promise<void>,
): Promise<{ members: number; complaints: number; ratings: number }> {
  const secretary = await findDemoActor(ctx, 'association');
  const officer = await findDemoActor(ctx, 'officer');
  if (secretary === undefined || officer === undefined || (await hasMembers(ctx)))
    return { members: 0, complaints: 0, ratings: 0 };
  const members = (await listAgencyCards(ctx))
    .filter((card) => card.inDistrict && card.status === 'active')
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
    .slice(0, MEMBERS);
  const levels = ['chair', 'vice-chair', 'vice-chair', 'council', 'council', 'council'] as const;
  for (const [at, card] of members.entries())
    await admitMember(onDemoDay(ctx, '2023-03-15', secretary), {
      agencyId: card.id,
      level: levels[at] ?? 'member',
      joinedOn: '2023-03-15',
    });
  await documents(ctx, secretary, members);
  const complaints = await complain(ctx, secretary, members);
  const ratings = await rate(ctx, officer, members);
  await settle();
  const today = { ...ctx, actor: secretary };
  const ladder = ctx.services.jurisdiction.association.brandLevels.toReversed();
  for (const card of members.slice(0, 10))
    for (const level of ladder)
      if ((await judgeLevel(today, card.id, level)).met) {
        await awardBrand(today, { agencyId: card.id, level: level.code });
        break;
      }
  await settle();
  return { members: members.length, complaints, ratings };
}
