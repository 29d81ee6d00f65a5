import type { Ctx } from '../../../platform/context/context.ts';
import {
  CodeColumn,
  foldForSearch,
  type IndexData,
  IntColumn,
  RegisterIndex,
  SetColumn,
  streamRows,
  TextColumn,
  toDay,
} from '../../../platform/register-index/index.ts';
import { trademarkIndex, VALID_TRADEMARK } from '../../ip-rights/index.ts';
import { type AdvisedClass, adviseClasses } from '../domain/advise-classes.ts';
import { industryLabel } from './list-work-items.ts';

/** Parties that trade under marks. */
const KINDS = ['enterprise', 'co-operative', 'individual-business'];

const STATEMENT = `select p.id, p.name, p.town_code, p.industry_code, p.scope from parties.party p
  where p.district = $1 and p.status = 'active' and p.kind = any($2) order by p.name, p.id`;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly town_code: string | null;
  readonly industry_code: string | null;
  readonly scope: string | null;
}

/** Enterprises whose registered classes leave out some that their business points to. */
export interface ClassGapData extends IndexData {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly search: TextColumn;
  readonly town: CodeColumn;
  readonly industry: CodeColumn;
  readonly registered: SetColumn;
  /** Core and related classes, in order of strength; neighbours alone make no gap. */
  readonly missing: SetColumn;
  readonly coreMissing: IntColumn;
  readonly strongest: readonly string[];
}

/** Nice classes in which each party holds a valid Chinese mark today. */
async function classesByParty(ctx: Ctx): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const marks = await trademarkIndex.get(ctx);
  const day = toDay(ctx.today);
  const valid = marks.rights.statusCodes.matching((code) => VALID_TRADEMARK.includes(code as never));
  const chinese = marks.country.number('CN');
  const classes = new Map<string, Set<string>>();
  for (let row = 0; row < marks.size; row++) {
    if (marks.country.at(row) !== chinese || valid[marks.rights.statusAt(row, day)] !== 1) continue;
    for (const n of marks.rights.parties.at(row, marks.size)) {
      const party = marks.rights.parties.codes.codes[n] as string;
      const own = classes.get(party) ?? new Set();
      classes.set(party, own.add(marks.niceClass.codeAt(row)));
    }
  }
  return classes;
}

/** What is advised and not registered, without what only stands close to a core class. */
function gapsOf(advised: readonly AdvisedClass[], own: ReadonlySet<string>): AdvisedClass[] {
  return advised.filter((one) => one.strength !== 'neighbour' && !own.has(String(one.niceClass)));
}

async function build(ctx: Ctx): Promise<ClassGapData> {
  const pack = ctx.services.jurisdiction.classAdvice;
  const registered = await classesByParty(ctx);
  const none: ReadonlySet<string> = new Set();
  const ids: string[] = [];
  const names: string[] = [];
  const strongest: string[] = [];
  const columns = {
    search: new TextColumn(),
    town: new CodeColumn(),
    industry: new CodeColumn(),
    registered: new SetColumn(),
    missing: new SetColumn(),
    coreMissing: new IntColumn(),
  };
  for await (const rows of streamRows<Row>(ctx.services.pool, STATEMENT, [ctx.district, KINDS])) {
    for (const row of rows) {
      const own = registered.get(row.id) ?? none;
      const label = industryLabel(ctx, row.industry_code);
      const business = { industryCode: row.industry_code, industryLabel: label, scope: row.scope };
      const gaps = gapsOf(adviseClasses(pack, business), own);
      const first = gaps[0];
      if (first === undefined) continue;
      ids.push(row.id);
      names.push(row.name);
      strongest.push(first.reasons[0]?.text ?? '');
      columns.search.push(foldForSearch(row.name));
      columns.town.push(row.town_code);
      columns.industry.push(row.industry_code);
      columns.registered.push([...own].toSorted((a, b) => Number(a) - Number(b)));
      columns.missing.push(gaps.map((gap) => String(gap.niceClass)));
      columns.coreMissing.push(gaps.filter((gap) => gap.strength === 'core').length);
    }
  }
  columns.search.seal();
  return { ...columns, size: ids.length, ids, names, strongest };
}

export const classGapIndex = new RegisterIndex<ClassGapData>({
  name: 'class-gaps',
  dependsOn: ['parties', 'mentions', 'trademarks'],
  build,
});
