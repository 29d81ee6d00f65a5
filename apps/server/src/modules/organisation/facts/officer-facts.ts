import { maskPersonalInformation } from '@jince/law';
import { type RawBuilder, sql } from 'kysely';
import { type Ctx, inTransaction, may, scopeFor } from '../../../platform/context/context.ts';
import type { FactGroup, FactSubject } from '../../../platform/facts/index.ts';
import { among, dateFact, flagFact, numberFact, textFact } from '../../../platform/facts/state-fact.ts';
import { bodyScopeOf } from '../domain/officer-scope.ts';
import { OFFICER_READ, OFFICER_UNMASK } from '../organisation.catalogue.ts';

/** Whether an officer of body `own_b` lies within the actor's reach; aliases of its own, since it stands inside statements of others. */
function reach(ctx: Ctx): RawBuilder<boolean> {
  const scope = bodyScopeOf(scopeFor(ctx, OFFICER_READ), ctx.services.places);
  if (scope === undefined) return sql`true`;
  return sql`((own_b.place_kind = 'town' and own_b.place_code = any(${scope.towns}::text[]))
    or (own_b.place_kind = 'zone' and own_b.place_code = any(${scope.zones}::text[])) or own_b.id = any(${scope.bodies}::text[]))`;
}

/** People are facts without names: what is kept of them says where they work and whether their certificate holds. */
export const officerSubject: FactSubject = {
  subject: 'officer',
  label: { zh: '执法和管理人员', en: 'Officer' },
  unit: { zh: '人', en: 'officers' },
  permission: OFFICER_READ,
  ids: (q) =>
    sql`select o.id as subject_id from organisation.officer o where o.district = ${q.district} ${among(q, sql`o.id`)}`,
  visible: (ctx, id) => sql`exists (select 1 from organisation.officer own_o
    left join organisation.body own_b on own_b.district = own_o.district and own_b.id = own_o.body_id
    where own_o.district = ${ctx.district} and own_o.id = ${id} and ${reach(ctx)})`,
  describe: async (ctx, ids) => {
    const { rows } = await inTransaction(ctx, (tx) =>
      sql<{
        id: string;
        name: string;
        place: string | null;
      }>`select o.id, o.name, coalesce(own_b.name, o.body_name) as place
        from organisation.officer o left join organisation.body own_b on own_b.district = o.district and own_b.id = o.body_id
        where o.district = ${ctx.district} and o.id = any(${ids}::uuid[]) and ${reach(ctx)}`.execute(tx),
    );
    // A list of facts leaves no audit entry, so names stay masked unless the actor may see them anyway.
    const shown = (name: string) =>
      may(ctx, OFFICER_UNMASK) ? name : maskPersonalInformation('name', name, ctx.today);
    return new Map(
      rows.map(({ id, name, place }) => [
        id,
        { label: [shown(name), place].filter((text) => text !== null).join(' · '), href: '/organisation' },
      ]),
    );
  },
};

const AS_LISTED = '按最近导入的人员名册，不追溯历史。';
const AS_LISTED_EN = 'By the register of officers as last imported, not traced back.';

export const officerFacts: FactGroup = {
  subject: 'officer',
  name: 'organisation.officers',
  registers: ['officers', 'bodies'],
  facts: [
    textFact('body', ['所在机构', 'Body'], [`所在机构名称。${AS_LISTED}`, `Name of the body. ${AS_LISTED_EN}`]),
    textFact(
      'region',
      ['工作区域', 'Region'],
      [`名册所载区域。${AS_LISTED}`, `Region of the register. ${AS_LISTED_EN}`],
    ),
    textFact('level', ['层级', 'Level'], [`名册所载层级。${AS_LISTED}`, `Level of the register. ${AS_LISTED_EN}`]),
    flagFact(
      'hasCertificate',
      ['持有执法证', 'Holds a certificate'],
      ['名册载有执法证号，且发证日期不晚于统计日。', 'The register states a certificate issued on or before the day.'],
    ),
    flagFact(
      'certificateValid',
      ['执法证有效', 'Certificate valid'],
      [
        '持有执法证，且统计日不晚于有效期截止日（未载截止日的视为有效）。',
        'Holds a certificate that has not ended on the day; without a last day it counts as valid.',
      ],
      { source: '行政处罚法第42条' },
    ),
    dateFact(
      'certificateTo',
      ['执法证有效期至', 'Certificate valid to'],
      ['执法证所载截止日。', 'Last day of the certificate.'],
    ),
    numberFact(
      'daysLeft',
      ['执法证剩余天数', 'Days left of the certificate'],
      [
        '自统计日至执法证截止日的天数，已过的为负。',
        'Days from the day to the last day of the certificate; negative when past.',
      ],
      { unit: ['天', 'days'] },
    ),
  ],
  select: (q) => {
    const day = sql`${q.asOf}::date`;
    return sql`
      select o.id as subject_id, coalesce(b.name, o.body_name) as "body", o.region as "region", o.level as "level", x.has as "hasCertificate",
        x.has and coalesce(o.certificate_to >= ${day}, true) as "certificateValid", o.certificate_to as "certificateTo",
        (o.certificate_to - ${day})::float8 as "daysLeft"
      from organisation.officer o
      left join organisation.body b on b.district = o.district and b.id = o.body_id
      cross join lateral (select o.certificate_no is not null and coalesce(o.certificate_from <= ${day}, true) as has) x
      where o.district = ${q.district} ${among(q, sql`o.id`)}`;
  },
};
