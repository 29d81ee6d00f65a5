import { sql } from 'kysely';
import { scopeFor } from '../../../platform/context/context.ts';
import type { FactGroup, FactSubject } from '../../../platform/facts/index.ts';
import { among, codeFact, dateFact, flagFact, numberFact, textFact } from '../../../platform/facts/state-fact.ts';
import { PROJECT_READ } from '../programs.catalogue.ts';

/** Projects whose agreement was signed: applications are no projects yet. */
export const projectSubject: FactSubject = {
  subject: 'project',
  label: { zh: '知识产权项目', en: 'IP project' },
  unit: { zh: '项', en: 'projects' },
  permission: PROJECT_READ,
  ids: (q) => sql`select p.id as subject_id from programs.project p where p.district = ${q.district}
    and p.term_from <= ${q.asOf}::date ${among(q, sql`p.id`)}`,
  visible: (ctx, id) => {
    const scope = scopeFor(ctx, PROJECT_READ);
    return scope.kind === 'district'
      ? sql`true`
      : sql`exists (select 1 from programs.project own_j where own_j.district = ${ctx.district} and own_j.id = ${id}
          and (own_j.town_code = any(${scope.towns}::text[]) or own_j.lead_party_id = any(${scope.parties}::uuid[])))`;
  },
  describe: async (ctx, ids) => {
    const { rows } = await sql<{ id: string; title: string; lead: string }>`
      select p.id, p.title, p.lead_name as lead from programs.project p
      where p.district = ${ctx.district} and p.id = any(${ids}::uuid[]) and ${projectSubject.visible(ctx, sql`p.id`)}`.execute(
      ctx.db,
    );
    return new Map(
      rows.map(({ id, title, lead }) => [id, { label: `${title} · ${lead}`, href: `/cultivation/projects/${id}` }]),
    );
  },
};

export const projectFacts: FactGroup = {
  subject: 'project',
  name: 'programs.project',
  registers: ['projects'],
  facts: [
    {
      ...textFact(
        'kind',
        ['项目类别', 'Kind'],
        ['项目类别的代码，见辖区包的项目类别。', 'Code of the kind of project.'],
      ),
      nullable: false,
    },
    flagFact(
      'running',
      ['在建', 'Running'],
      [
        '统计日已签任务书，尚未验收或终止。',
        'The agreement was signed and the project neither accepted nor ended on the day.',
      ],
    ),
    flagFact('accepted', ['通过验收', 'Accepted'], ['验收通过日不晚于统计日。', 'Was accepted on or before the day.']),
    flagFact(
      'failed',
      ['未通过验收', 'Failed'],
      ['验收不通过或被终止，日期不晚于统计日。', 'Failed the acceptance or was terminated on or before the day.'],
    ),
    dateFact(
      'startedOn',
      ['开始日', 'Started on'],
      ['任务书载明的开始日。', 'First day of the term of the agreement.'],
    ),
    dateFact(
      'endedOn',
      ['结束日', 'Ended on'],
      ['验收或终止的日期，不晚于统计日。', 'Day of the acceptance or termination, on or before the day.'],
    ),
    numberFact('grantedFen', ['资助金额', 'Grant'], ['批准的资助总额。', 'The grant that was approved.'], {
      unit: ['分', 'fen'],
    }),
    codeFact(
      'town',
      'place',
      ['所属镇（街道）', 'Town'],
      ['牵头单位申报时的所属镇。', 'Town of the leading party when it applied.'],
    ),
  ],
  select: (q) => {
    const ended = sql`coalesce(p.ended_on <= ${q.asOf}::date, false)`;
    return sql`
      select p.id as subject_id, p.kind as "kind", not ${ended} as "running", ${ended} and p.ended_as = 'accepted' as "accepted",
        ${ended} and p.ended_as in ('failed', 'terminated') as "failed", p.term_from as "startedOn",
        case when ${ended} then p.ended_on end as "endedOn", p.granted_fen::float8 as "grantedFen", p.town_code as "town"
      from programs.project p
      where p.district = ${q.district} and p.term_from <= ${q.asOf}::date ${among(q, sql`p.id`)}`;
  },
};
