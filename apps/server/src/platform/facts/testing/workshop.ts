import { sql } from 'kysely';
import { scopeFor } from '../../context/context.ts';
import type { Db } from '../../database/database.ts';
import type { ModuleDefinition } from '../../module.ts';
import type { FactContribution, FactQuery } from '../fact-definition.ts';

/** A district of makers and the pieces they made: a small register with time in it, to try the facts on. */
export const MAKERS = [
  `create schema workshop`,
  `create table workshop.maker (district text, id uuid, name text, town text, since date, until date, primary key (district, id))`,
  `create table workshop.piece (district text, id uuid, maker_id uuid, kind text, weight numeric, tags text[], made_on date,
    broken_on date, primary key (district, id))`,
];

const words = (text: string) => ({ zh: `${text}（试）`, en: text });
const text = (path: string) => ({ path, type: 'text' as const, label: words(path), definition: words(path) });
const fact = <T extends 'bool' | 'number' | 'date' | 'code'>(path: string, type: T) => ({
  path,
  type,
  label: words(path),
  definition: words(path),
});

const within = (column: string, only: FactQuery['only']) =>
  only === undefined ? sql`` : sql`and ${sql.id(column)} in (${only})`;

const made = ({ district, asOf }: FactQuery) =>
  sql`district = ${district} and made_on <= ${asOf}::date and (broken_on is null or broken_on > ${asOf}::date)`;

export const workshopFacts: FactContribution = {
  subjects: [
    {
      subject: 'piece',
      label: { zh: '作品', en: 'piece' },
      unit: { zh: '件', en: 'pieces' },
      permission: 'workshop.piece.read',
      ids: (q) => sql`select id as subject_id from workshop.piece where ${made(q)} ${within('id', q.only)}`,
      visible: () => sql<boolean>`true`,
      describe: async (_ctx, ids) => new Map(ids.map((id) => [id, { label: `作品 ${id.slice(-4)}`, href: null }])),
    },
    {
      subject: 'maker',
      label: { zh: '工匠', en: 'maker' },
      unit: { zh: '位', en: 'makers' },
      permission: 'workshop.maker.read',
      ids: (q) => sql`select id as subject_id from workshop.maker where district = ${q.district}
        and since <= ${q.asOf}::date and (until is null or until > ${q.asOf}::date) ${within('id', q.only)}`,
      visible: (ctx, id) => {
        const scope = scopeFor(ctx, 'workshop.maker.read');
        return scope.kind === 'district'
          ? sql<boolean>`true`
          : sql<boolean>`exists (select 1 from workshop.maker v where v.id = ${id} and v.town = any(${scope.towns}::text[]))`;
      },
      describe: async (ctx, ids) => {
        const { rows } = await sql<{ id: string; name: string }>`select id, name from workshop.maker
          where district = ${ctx.district} and id = any(${ids}::uuid[])`.execute(ctx.db);
        return new Map(rows.map(({ id, name }) => [id, { label: name, href: `/makers/${id}` }]));
      },
    },
  ],
  groups: [
    {
      subject: 'piece',
      name: 'workshop.piece',
      registers: ['pieces'],
      facts: [
        { ...text('kind'), values: { pot: words('pot'), cup: words('cup') } },
        fact('weight', 'number'),
        { ...fact('ageDays', 'number'), nullable: false },
        { path: 'tags', type: 'list', of: 'text', label: words('tags'), definition: words('tags') },
      ],
      select: (q) => sql`select id as subject_id, kind, weight, ${q.asOf}::date - made_on as "ageDays", tags
        from workshop.piece where ${made(q)} ${within('id', q.only)}`,
    },
    {
      subject: 'maker',
      name: 'workshop.identity',
      registers: ['makers'],
      facts: [
        text('name'),
        { ...fact('town', 'code'), system: 'place' },
        fact('since', 'date'),
        { ...fact('yearsHere', 'number'), unit: { zh: '年', en: 'years' } },
      ],
      select: (q) => sql`select id as subject_id, name, town, since,
          extract(year from age(${q.asOf}::date, since)) as "yearsHere"
        from workshop.maker where district = ${q.district} ${within('id', q.only)}`,
    },
    {
      subject: 'maker',
      name: 'workshop.pieces',
      registers: ['pieces'],
      facts: [
        { ...fact('pieces.count', 'number'), absent: 0, unit: { zh: '件', en: 'pieces' } },
        { ...fact('pieces.any', 'bool'), absent: false },
        {
          path: 'pieces.kinds',
          type: 'list',
          of: 'text',
          absent: [],
          label: words('kinds'),
          definition: words('kinds'),
        },
        fact('pieces.heaviest', 'number'),
        fact('pieces.lastOn', 'date'),
      ],
      select: (q) => sql`select maker_id as subject_id, count(*) as "pieces.count", true as "pieces.any",
          array_agg(distinct kind order by kind) as "pieces.kinds", max(weight) as "pieces.heaviest", max(made_on) as "pieces.lastOn"
        from workshop.piece where ${made(q)} ${within('maker_id', q.only)} group by maker_id`,
    },
  ],
  collections: [
    {
      subject: 'maker',
      path: 'pieces',
      items: 'piece',
      label: { zh: '作品', en: 'pieces' },
      registers: ['pieces'],
      select: (q) =>
        sql`select maker_id as owner_id, id as item_id from workshop.piece where ${made(q)} ${within('maker_id', q.only)}`,
    },
  ],
};

export const workshopModule: ModuleDefinition = {
  name: 'workshop',
  permissions: [
    { code: 'workshop.maker.read', label: { zh: '查看工匠', en: 'See makers' }, roles: ['ip-officer', 'liaison'] },
    { code: 'workshop.piece.read', label: { zh: '查看作品', en: 'See pieces' }, roles: ['ip-officer', 'liaison'] },
  ],
  errors: {},
  actions: {},
  facts: workshopFacts,
  routes: [],
};

/** Makes the registers; their facts' tables are there already. */
export async function createWorkshop(db: Db): Promise<void> {
  for (const statement of MAKERS) await sql.raw(statement).execute(db);
}
