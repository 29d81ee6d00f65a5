import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Ctx, inTransaction } from '../../../platform/context/context.ts';
import { importFile } from '../../../platform/imports/import-file.ts';
import type { JobTask } from '../../../platform/jobs/job-task.ts';
import { appropriate } from '../commands/appropriate.ts';
import { setPartyAccount } from '../commands/set-party-account.ts';
import { currentAccounts } from '../repositories/account-repository.ts';
import { listLines } from '../repositories/ledger-repository.ts';

interface Rewarded {
  readonly name: string;
  readonly uscc: string | null;
  readonly key: string;
  readonly on: string;
}

type Sort = 'madrid' | 'standard' | 'patent';

/** Real rights and certificates of the demo's firms: what an office would have paid for. */
const SOURCES: Readonly<Record<Sort, ReturnType<typeof sql>>> = {
  madrid: sql`select m.ir_no as key, m.registered_on as on, m.mention_id, m.district from ip_rights.madrid m`,
  standard: sql`select s.certificate_no as key, s.valid_from as on, s.mention_id, s.district from parties.membership s
    where s.kind = 'standard-certified'`,
  patent: sql`select t.application_no as key, t.granted_on as on, h.mention_id, t.district from ip_rights.patent t
    join ip_rights.patent_holder h on h.district = t.district and h.patent_id = t.id where t.kind = 'invention'`,
};

async function rewarded(ctx: Ctx, sort: Sort): Promise<Rewarded[]> {
  const { from, to, rows: limit } = ctx.services.jurisdiction.demoFunds.legacy[sort];
  const { rows } = await sql<Rewarded>`
    select distinct on (x.key) p.name, p.uscc, x.key, x.on from (${SOURCES[sort]}) x
    join parties.mention q on q.district = x.district and q.id = x.mention_id
    join parties.party p on p.district = q.district and p.id = q.party_id
    where x.district = ${ctx.district} and x.on between ${from} and ${to} and x.key is not null and p.status = 'active'
    order by x.key limit ${limit}`.execute(ctx.db);
  return rows;
}

const cells = (row: readonly string[]): string => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/** The list of earlier payments as an office would keep it; undefined where the demo has nothing to pay for. */
async function writeList(ctx: Ctx, folder: string): Promise<string | undefined> {
  const { legacy } = ctx.services.jurisdiction.demoFunds;
  const rows: string[][] = [];
  for (const sort of ['madrid', 'standard', 'patent'] as const)
    for (const one of await rewarded(ctx, sort)) {
      // Paid in the year after, this year's at once: nothing is paid in the future.
      const year = Math.min(Number(one.on.slice(0, 4)) + 1, Number(ctx.today.slice(0, 4)) - 1);
      const docNo = legacy.docNo.replace('{year}', String(year));
      const { item, yuan } = legacy[sort];
      rows.push([
        String(year),
        one.name,
        one.uscc ?? '',
        item,
        one.key,
        String(yuan),
        `${year}${legacy.paidOn}`,
        docNo,
      ]);
    }
  if (rows.length === 0) return undefined;
  rows.sort((a, b) => (cells(a) < cells(b) ? -1 : 1));
  await mkdir(folder, { recursive: true });
  const path = join(folder, legacy.fileName);
  await writeFile(path, `\uFEFF${[[legacy.title], legacy.headers, ...rows].map(cells).join('\r\n')}\r\n`);
  return path;
}

/** Invented accounts for parties of the demo that have none. Returns how many were entered. */
export async function enterDemoAccounts(ctx: Ctx, partyIds: readonly string[]): Promise<number> {
  const { bankName, remark } = ctx.services.jurisdiction.demoFunds;
  const { rows } = await sql<{
    id: string;
    record_key: string;
    name: string;
  }>`select id, record_key, name from parties.party
    where district = ${ctx.district} and id = any(${partyIds}::uuid[]) order by record_key`.execute(ctx.db);
  const known = await currentAccounts(
    ctx.db,
    ctx.district,
    rows.map((row) => row.record_key),
  );
  const bare = rows.filter((row) => !known.has(row.record_key));
  for (const { id, record_key: key, name } of bare) {
    const digits = [...key].map((one) => one.charCodeAt(0) % 10).join('');
    await setPartyAccount(ctx, id, {
      accountName: name,
      number: `9000${digits}`.slice(0, 22),
      bankName,
      reason: remark,
    });
  }
  return bare.length;
}

/** The demo's fund: appropriations, a list of earlier payments through the real importer, accounts. Once per district. */
export async function seedDemoFunds(
  ctx: Ctx,
  tasks: ReadonlyMap<string, JobTask>,
  folder: string,
): Promise<{ readonly lines: number; readonly payments: number; readonly accounts: number }> {
  if ((await listLines(ctx.db, ctx.district, {})).length > 0) return { lines: 0, payments: 0, accounts: 0 };
  const { fund, appropriations, legacy } = ctx.services.jurisdiction.demoFunds;
  for (const { on, ...one } of appropriations)
    await inTransaction(ctx, (tx) => appropriate(tx, ctx, { fund, ...one, onDay: on, example: true }));
  const path = await writeList(ctx, folder);
  if (path === undefined) return { lines: appropriations.length, payments: 0, accounts: 0 };
  const detail = await importFile(ctx, tasks, path, {
    kind: 'legacy-payments',
    commit: true,
    fileName: legacy.fileName,
  });
  const { rows } = await sql<{ id: string }>`select distinct m.party_id as id from funds.legacy_payment l
    join parties.mention m on m.district = l.district and m.id = l.mention_id
    where l.district = ${ctx.district} and m.party_id is not null`.execute(ctx.db);
  const accounts = await enterDemoAccounts(
    ctx,
    rows.map((row) => row.id),
  );
  return { lines: appropriations.length, payments: detail.counts.accepted, accounts };
}
