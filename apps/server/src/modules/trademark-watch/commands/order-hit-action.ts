import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { writeAudit } from '../../../platform/audit/write-audit.ts';
import { type Ctx, chinaDay, inTransaction } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { publishEvent } from '../../../platform/jobs/enqueue-job.ts';
import { sendNotice } from '../../../platform/procedures/index.ts';
import { registerClue } from '../../cases/index.ts';
import { type ActionKind, type ActionOutcome, fitsKind, verdictLabel } from '../domain/watch-types.ts';
import { reachHit } from '../queries/reach-hit.ts';
import { handOverEvidence } from '../repositories/hit-file-repository.ts';
import { findHit, type HitRecord, lockHit } from '../repositories/hit-repository.ts';
import { findMark } from '../repositories/mark-repository.ts';
import { findShop } from '../repositories/shop-repository.ts';
import { HIT_ACT } from '../trademark-watch.catalogue.ts';
import { fileOfMark } from './file-of-mark.ts';
import { toOpposition } from './order-opposition.ts';

export const hitHref = (id: string): string => `/protection/watch/hits/${id}`;

/** What a hit says, for whoever takes it up. */
function tellHit(hit: HitRecord, note: string | null): string {
  return [
    `监测发现：${[hit.platform, hit.subject].filter(Boolean).join('，')}，“${hit.title}”。`,
    hit.reasons_zh,
    hit.verdict === null || hit.verdict_reason === null
      ? null
      : `判断：${verdictLabel(hit.verdict, hit.kind).zh}，${hit.verdict_reason}（${hit.judged_by_name ?? ''}）`,
    hit.url === null ? null : `链接：${hit.url}`,
    hit.times > 1 ? `监测到 ${hit.times} 条记录。` : null,
    note,
  ]
    .filter((line) => line !== null && line !== '')
    .join('\n');
}

/** Parts of a hit that lead elsewhere: who, which right, since when the office knows. */
function leadOf(ctx: Ctx, hit: HitRecord, note: string | null) {
  if (hit.subject === null) throw new AppError('trademark-watch.hit.no-subject');
  const name = hit.operator ?? hit.subject;
  return {
    title: (hit.kind === 'gazette'
      ? `${hit.subject}申请注册的“${hit.title}”与“${hit.mark_name}”商标近似`
      : `${hit.subject}涉嫌侵犯“${hit.mark_name}”商标专用权`
    ).slice(0, 200),
    text: tellHit(hit, note),
    suspects: [
      {
        name,
        uscc: hit.subject_uscc,
        partyId: hit.party_id,
        address: hit.address,
        townCode: hit.town_code,
        natural: false,
      },
    ],
    rights: [{ kind: 'trademark' as const, number: hit.mark_no, holder: hit.mark_holder }],
    receivedOn: hit.judged_at === null ? ctx.today : chinaDay(new Date(hit.judged_at)),
    behaviourRow: hit.kind === 'listing' ? ctx.services.jurisdiction.watchSettings.behaviourRow : null,
    electronic: true,
    href: hitHref(hit.id),
  };
}

async function toCase(tx: Tx, ctx: Ctx, hit: HitRecord, note: string | null): Promise<ActionOutcome> {
  const { href, ...lead } = leadOf(ctx, hit, note);
  const late = lead.receivedOn < ctx.today;
  const { caseId, number } = await registerClue(tx, ctx, {
    ...lead,
    source: {
      kind: 'watch',
      module: 'trademark-watch',
      id: hit.id,
      label: `商标监测：${hit.mark_name} ← ${hit.subject ?? ''}`.slice(0, 120),
      href,
    },
    backDatedReason: late ? '监测命中判断当日发现，之后转为线索' : null,
  });
  await handOverEvidence(tx, ctx, hit, caseId);
  return { state: 'done', target: caseId, number, href: `/protection/cases/${caseId}` };
}

/** The holder is told in the portal, where it is a party of the register. */
async function toOwner(tx: Tx, ctx: Ctx, hit: HitRecord, note: string | null): Promise<ActionOutcome> {
  if (hit.mark_party_id === null) throw new AppError('trademark-watch.hit.no-owner');
  const where = [hit.platform, hit.subject].filter(Boolean).join(' ');
  await sendNotice(tx, ctx, {
    partyId: hit.mark_party_id,
    text:
      hit.kind === 'gazette'
        ? `商标监测提醒：${where}申请注册的“${hit.title.slice(0, 60)}”已初步审定公告，与您的商标“${hit.mark_name}”（第${hit.mark_no}号）相同或者近似。${note ?? '请在公告期内考虑是否提出异议，需要时可以申请维权援助。'}`
        : `商标监测提醒：${where}“${hit.title.slice(0, 60)}”涉嫌使用与您的商标“${hit.mark_name}”（第${hit.mark_no}号）相同或者近似的标志。${note ?? '请核实，需要时可以申请维权援助。'}`,
    href: '/aid/new',
  });
  return { state: 'done', target: hit.mark_party_id, number: null, href: `/enterprises/${hit.mark_party_id}` };
}

/** Place outside the district the shop is at: what a person decided, else what the list says. */
async function placeOf(tx: Tx, ctx: Ctx, hit: HitRecord): Promise<string> {
  const shop = await findShop(tx, ctx.district, hit.subject_key);
  const place = shop?.outside_place ?? hit.address;
  if (place === null) throw new AppError('trademark-watch.hit.no-place');
  return place;
}

/** Others take it up in their own modules; what they make of it comes back as an event. Evidence goes through the file of the mark. */
async function toOthers(
  tx: Tx,
  ctx: Ctx,
  hit: HitRecord,
  kind: ActionKind,
  note: string | null,
): Promise<ActionOutcome> {
  const mark = await findMark(tx, ctx.district, hit.mark_id);
  const lead = leadOf(ctx, hit, note);
  const more =
    kind === 'aid'
      ? { applicant: { name: hit.mark_holder, partyId: hit.mark_party_id, contact: mark?.contact_phone ?? null } }
      : kind === 'cross-region'
        ? { otherName: `${await placeOf(tx, ctx, hit)}市场监督管理部门`, marks: [hit.mark_name] }
        : {};
  const evidenceIds = await handOverEvidence(tx, ctx, hit, await fileOfMark(tx, ctx, hit.mark_id));
  await publishEvent(tx, ctx, `trademark-watch.hit.${kind}-ordered`, { ...lead, ...more, hitId: hit.id, evidenceIds });
  return { state: 'ordered', target: null, number: null, href: null };
}

export async function insertHitAction(
  tx: Tx,
  ctx: Ctx,
  hitId: string,
  kind: ActionKind,
  outcome: ActionOutcome & { readonly note?: string | null },
): Promise<void> {
  const { rows } =
    await sql`insert into trademark_watch.hit_action (district, id, hit_id, kind, state, target_id, number, href, note, ordered_by_name,
      ordered_at)
    values (${ctx.district}, ${uuidv7()}, ${hitId}, ${kind}, ${outcome.state}, ${outcome.target}, ${outcome.number}, ${outcome.href},
      ${outcome.note ?? null}, ${ctx.actor.displayName}, ${ctx.now}) on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw new AppError('trademark-watch.hit.acted');
}

interface Order {
  readonly kind: Exclude<ActionKind, 'notice'>;
  readonly note: string | null;
}

/**
 * Makes something of an infringing hit, once of each kind: a case with its evidence, a report, rights aid, a request to another district,
 * word to the holder, or a lead for its opposition.
 * @throws AppError trademark-watch.hit.not-infringing · acted · no-subject · no-owner · no-place · not-published · no-publication-day ·
 * not-in-register
 */
export async function orderHitAction(ctx: Ctx, id: string, order: Order) {
  await reachHit(ctx, id, HIT_ACT);
  return inTransaction(ctx, async (tx) => {
    await lockHit(tx, ctx.district, id);
    const hit = (await findHit(tx, ctx.district, id)) as HitRecord;
    if (hit.verdict !== 'infringing') throw new AppError('trademark-watch.hit.not-infringing');
    if (!fitsKind(order.kind, hit.kind))
      throw new AppError(
        order.kind === 'opposition' ? 'trademark-watch.hit.not-published' : 'trademark-watch.hit.application-only',
      );
    if (hit.actions.includes(order.kind)) throw new AppError('trademark-watch.hit.acted');
    const inside: Ctx = { ...ctx, db: tx as Ctx['db'] };
    const outcome =
      order.kind === 'case'
        ? await toCase(tx, inside, hit, order.note)
        : order.kind === 'owner'
          ? await toOwner(tx, inside, hit, order.note)
          : order.kind === 'opposition'
            ? await toOpposition(tx, inside, hit)
            : await toOthers(tx, inside, hit, order.kind, order.note);
    await insertHitAction(tx, ctx, id, order.kind, { ...outcome, note: order.note });
    await writeAudit(tx, ctx, {
      action: HIT_ACT,
      subject: { kind: 'trademark-watch.hit', id, label: `${hit.mark_name} ← ${hit.title}`.slice(0, 200) },
      details: { kind: order.kind, number: outcome.number },
    });
    return { number: outcome.number, href: outcome.href };
  });
}

/** What came of a hit elsewhere, once its module has told. Told twice, nothing happens. */
export async function noteOutcome(
  ctx: Ctx,
  hitId: string,
  kind: ActionKind,
  outcome: { readonly target: string; readonly number: string; readonly href: string },
): Promise<void> {
  await sql`update trademark_watch.hit_action set state = 'done', target_id = ${outcome.target}, number = ${outcome.number}, href = ${outcome.href}
    where district = ${ctx.district} and hit_id = ${hitId} and kind = ${kind} and state = 'ordered'`.execute(ctx.db);
}
