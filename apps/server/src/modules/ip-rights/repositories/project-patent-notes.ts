import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { markStale } from '../../../platform/facts/index.ts';
import { bumpRegisterVersion } from '../../../platform/register-index/index.ts';
import { markPatents, touchedKeys } from './mark-rights.ts';

/** Keys of these records begin with that of the patent, which may not have been imported yet. */
const PATENT_KEY = sql`split_part(s.record_key, '|', 1)`;
const touchedPatents = sql`select split_part(k.record_key, '|', 1) from (${touchedKeys}) k`;

/** Drops what vanished, writes what is there, and marks the patents either speaks of. */
async function project(tx: Tx, ctx: Ctx, table: string, write: RawBuilder<unknown>): Promise<void> {
  await sql`delete from ${sql.table(table)} n using jince_vanished v where n.district = ${ctx.district} and n.record_key = v.record_key`.execute(
    tx,
  );
  await write.execute(tx);
  await markPatents(tx, ctx, touchedPatents);
  await bumpRegisterVersion(tx, ctx.district, 'patents');
}

export const projectPledges = (tx: Tx, ctx: Ctx): Promise<void> =>
  project(
    tx,
    ctx,
    'ip_rights.patent_pledge',
    sql`
    insert into ip_rights.patent_pledge (district, record_key, patent_key, registration_no, pledgor, pledgee, amount_fen, registered_on, released_on)
    select ${ctx.district}, s.record_key, ${PATENT_KEY}, v."registrationNo", v.pledgor, v.pledgee, v."amountFen", v."registeredOn", v."releasedOn"
    from jince_projected s
    cross join lateral jsonb_to_record(s.record_values) as v("registrationNo" text, pledgor text, pledgee text, "amountFen" bigint,
      "registeredOn" date, "releasedOn" date)
    on conflict (district, record_key) do update set registration_no = excluded.registration_no, pledgor = excluded.pledgor,
      pledgee = excluded.pledgee, amount_fen = excluded.amount_fen, registered_on = excluded.registered_on, released_on = excluded.released_on`,
  );

export const projectAwards = (tx: Tx, ctx: Ctx): Promise<void> =>
  project(
    tx,
    ctx,
    'ip_rights.patent_award',
    sql`
    insert into ip_rights.patent_award (district, record_key, patent_key, award, award_text, grade, session, year, awarded_on)
    select ${ctx.district}, s.record_key, ${PATENT_KEY}, v.award, v."awardText", v.grade, v.session, v.year, v."awardedOn"
    from jince_projected s
    cross join lateral jsonb_to_record(s.record_values) as v(award text, "awardText" text, grade text, session int, year int, "awardedOn" date)
    on conflict (district, record_key) do update set award = excluded.award, award_text = excluded.award_text, grade = excluded.grade,
      session = excluded.session, year = excluded.year, awarded_on = excluded.awarded_on`,
  );

/** Marks the applicants the notices name, before and after they change: some applications are in no register. */
async function markApplicants(tx: Tx, ctx: Ctx): Promise<void> {
  await markStale(
    tx,
    ctx,
    'enterprise',
    sql`select m.party_id from parties.mention m where m.district = ${ctx.district} and m.id in (
      select a.mention_id from ip_rights.abnormal_filing a where a.district = ${ctx.district} and a.record_key in (${touchedKeys}))`,
  );
}

export async function projectAbnormalFilings(tx: Tx, ctx: Ctx): Promise<void> {
  const { district } = ctx;
  await markApplicants(tx, ctx);
  await project(
    tx,
    ctx,
    'ip_rights.abnormal_filing',
    sql`
    insert into ip_rights.abnormal_filing (district, record_key, patent_key, application_no, title, batch, flagged_on, state, state_text, cleared_on, mention_id)
    select ${district}, s.record_key, ${PATENT_KEY}, v."applicationNo", v.title, v.batch, v."flaggedOn", v.state, v."stateText", v."clearedOn", m.id
    from jince_projected s
    cross join lateral jsonb_to_record(s.record_values) as v("applicationNo" text, title text, batch text, "flaggedOn" date, state text,
      "stateText" text, "clearedOn" date, holders jsonb)
    left join parties.mention m on m.district = ${district} and m.name_key = v.holders->0->>'key'
      and m.locality = coalesce(v.holders->0->>'locality', '') and m.uscc = coalesce(v.holders->0->>'uscc', '')
    on conflict (district, record_key) do update set application_no = excluded.application_no, title = excluded.title, batch = excluded.batch,
      flagged_on = excluded.flagged_on, state = excluded.state, state_text = excluded.state_text, cleared_on = excluded.cleared_on,
      mention_id = excluded.mention_id`,
  );
  await markApplicants(tx, ctx);
}
