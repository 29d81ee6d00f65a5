import { type RawBuilder, sql } from 'kysely';
import { type Ctx, scopeFor } from '../../../platform/context/context.ts';
import type { FactGroup, FactSubject } from '../../../platform/facts/index.ts';
import { among, countFact, textFact } from '../../../platform/facts/state-fact.ts';
import { BODY_READ } from '../organisation.catalogue.ts';

/** Posts are known by codes of the jurisdiction pack; facts want a uuid, which the code gives. */
const postId = sql`md5(p.district || '/' || p.id)::uuid`;

/** The bodies' plan of posts is shown to everyone who may read bodies at all. */
function readsBodies(ctx: Ctx): RawBuilder<boolean> {
  const scope = scopeFor(ctx, BODY_READ);
  const any = scope.kind === 'district' || scope.towns.length + scope.organisations.length + scope.parties.length > 0;
  return any ? sql`true` : sql`false`;
}

export const postSubject: FactSubject = {
  subject: 'post',
  label: { zh: '岗位', en: 'Post' },
  unit: { zh: '个', en: 'posts' },
  permission: BODY_READ,
  ids: (q) =>
    sql`select ${postId} as subject_id from organisation.post p where p.district = ${q.district} ${among(q, postId)}`,
  visible: (ctx) => readsBodies(ctx),
  describe: async (ctx, ids) => {
    const { rows } = await sql<{
      id: string;
      label: string;
    }>`select ${postId} as id, b.name || ' · ' || p.title as label
      from organisation.post p join organisation.body b on b.district = p.district and b.id = p.body_id
      where p.district = ${ctx.district} and ${postId} = any(${ids}::uuid[]) and ${readsBodies(ctx)}`.execute(ctx.db);
    return new Map(rows.map(({ id, label }) => [id, { label, href: '/organisation' }]));
  },
};

const unit = ['人', 'people'] as const;

export const postFacts: FactGroup = {
  subject: 'post',
  name: 'organisation.posts',
  registers: ['officers', 'bodies'],
  facts: [
    textFact(
      'body',
      ['所在机构', 'Body'],
      ['岗位所在机构名称，按辖区机构设置。', 'Body of the post by the pack of the jurisdiction.'],
    ),
    textFact(
      'title',
      ['岗位名称', 'Title'],
      ['岗位名称，按辖区机构设置。', 'Title of the post by the pack of the jurisdiction.'],
    ),
    countFact(
      'established',
      ['核定人数', 'Established'],
      ['岗位核定人数，按辖区机构设置。', 'Number of people the post is established for.'],
      {
        unit,
      },
    ),
    countFact(
      'filled',
      ['在岗人数', 'Filled'],
      [
        '人员名册中所在机构和岗位名称相同的人数，按最近导入。',
        'Officers of the register with the same body and post, as last imported.',
      ],
      { unit },
    ),
    countFact(
      'vacant',
      ['缺额', 'Vacant'],
      ['核定人数减在岗人数，不足零的计零。', 'Established less filled, at least zero.'],
      { unit },
    ),
  ],
  select: (q) => sql`
    select ${postId} as subject_id, b.name as "body", p.title as "title", p.established::float8 as "established",
      coalesce(s.filled, 0)::float8 as "filled", greatest(p.established - coalesce(s.filled, 0), 0)::float8 as "vacant"
    from organisation.post p
    join organisation.body b on b.district = p.district and b.id = p.body_id
    left join (select body_id, post, count(*) as filled from organisation.officer where district = ${q.district} group by 1, 2) s
      on s.body_id = p.body_id and s.post = p.title
    where p.district = ${q.district} ${among(q, postId)}`,
};
