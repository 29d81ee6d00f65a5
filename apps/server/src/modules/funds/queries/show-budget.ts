import { sql } from 'kysely';
import { type Ctx, chinaDay } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { type Account, type Balances, changeOf, NOTHING } from '../domain/ledger.ts';
import { BUDGET_READ } from '../funds.catalogue.ts';
import { type Fund, type LineRow, listLines } from '../repositories/ledger-repository.ts';
import { reachesAll } from '../repositories/party-scope.ts';

function toFigures(row: LineRow) {
  return {
    appropriatedFen: row.appropriated_fen,
    availableFen: row.available_fen,
    committedFen: row.committed_fen,
    paidFen: row.paid_fen,
    returnedFen: row.returned_fen,
    surrenderedFen: row.surrendered_fen,
  };
}

const toLine = (row: LineRow) => ({ item: row.item === '' ? null : row.item, label: row.label, ...toFigures(row) });

/** Funds and years with the balances of the whole fund. */
export async function listBudgets(ctx: Ctx) {
  const rows = reachesAll(ctx, BUDGET_READ) ? await listLines(ctx.db, ctx.district, {}) : [];
  return {
    items: rows
      .filter((row) => row.item === '')
      .map((row) => ({
        fund: row.fund,
        year: row.year,
        example: row.example,
        items: rows.filter((one) => one.fund === row.fund && one.year === row.year && one.item !== '').length,
        ...toFigures(row),
      })),
  };
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = first.split('-').map(Number) as [number, number];
  for (let at = first; at <= last; at = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(at);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}

/** Balances of the whole fund at the end of each month in which its money could move, read from the ledger itself. */
async function curveOf(ctx: Ctx, at: Fund) {
  const { rows } = await sql<{ month: string; account: Account; fen: number }>`
    select to_char(p.on_day, 'YYYY-MM') as month, e.account, sum(e.amount_fen)::bigint as fen
    from funds.posting p join funds.entry e on e.district = p.district and e.posting_id = p.id
    where p.district = ${ctx.district} and p.fund = ${at.fund} and p.year = ${at.year} and e.item = '' group by 1, 2`.execute(
    ctx.db,
  );
  const now = chinaDay(ctx.now).slice(0, 7);
  const moved = rows.map((row) => row.month).sort();
  const first = [`${at.year}-01`, moved[0] ?? `${at.year}-01`].sort()[0] as string;
  // Past its year a budget is shown as long as its money moves.
  const last = [moved.at(-1) ?? first, now < `${at.year}-12` ? now : `${at.year}-12`].sort().at(-1) as string;
  let sum: Balances = NOTHING;
  return monthsBetween(first, last).map((month) => {
    const change = changeOf(rows.filter((row) => row.month === month).map((row) => ({ ...row, amountFen: row.fen })));
    sum = addBalances(sum, change);
    return {
      month,
      appropriatedFen: sum.appropriated,
      availableFen: sum.available,
      committedFen: sum.committed,
      paidFen: sum.paid,
      returnedFen: sum.returned,
      surrenderedFen: sum.surrendered,
    };
  });
}

function addBalances(a: Balances, b: Balances): Balances {
  const keys = Object.keys(NOTHING) as (keyof Balances)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as Balances;
}

/** A fund in a year with its lines and its curve by month. @throws AppError platform.not-found */
export async function getBudget(ctx: Ctx, at: Fund) {
  const rows = reachesAll(ctx, BUDGET_READ) ? await listLines(ctx.db, ctx.district, at) : [];
  const whole = rows.find((row) => row.item === '');
  if (whole === undefined) throw new AppError('platform.not-found');
  const { rule, text, source } = ctx.services.jurisdiction.fundRules.returnedMoney;
  return {
    fund: at.fund,
    year: at.year,
    example: whole.example,
    asOf: ctx.now.toISOString(),
    whole: toLine(whole),
    items: rows.filter((row) => row.item !== '').map(toLine),
    months: await curveOf(ctx, at),
    returnRule: { code: rule, text, source },
  };
}
