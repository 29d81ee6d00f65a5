import type { LawEntryView, ParsedInput, routes } from '@jince/contract';
import { sql } from 'kysely';
import { writeAudit } from '../audit/write-audit.ts';
import { type Ctx, inTransaction } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { entryOf, type LawRecord, lawRecords } from './law-entries.ts';

interface Check {
  readonly entry: string;
  readonly versionFrom: string;
  readonly outcome: 'confirmed' | 'doubtful';
  readonly basis: string;
  readonly by: string;
  readonly at: string;
}

const keyOf = (entry: string, versionFrom: string) => `${entry}@${versionFrom}`;

/** The newest check of each version. */
async function listChecks(ctx: Ctx): Promise<ReadonlyMap<string, Check>> {
  const { rows } =
    await sql<Check>`select distinct on (entry, version_from) entry, version_from as "versionFrom", outcome, basis,
      by_name as "by", at
    from platform.law_confirmation where district = ${ctx.district} and withdrawn_at is null
    order by entry, version_from, at desc`.execute(ctx.db);
  return new Map(rows.map((row) => [keyOf(row.entry, row.versionFrom), row]));
}

function toView(ctx: Ctx, record: LawRecord, checks: ReadonlyMap<string, Check>): LawEntryView {
  const entry = entryOf(record);
  const versions = record.versions.map(({ text, ...version }) => {
    const check = checks.get(keyOf(entry, version.from));
    return {
      ...version,
      text: text[ctx.language],
      inForce: version.from <= ctx.today && (version.to === null || ctx.today <= version.to),
      checked: check === undefined ? null : { outcome: check.outcome, basis: check.basis, by: check.by, at: check.at },
    };
  });
  const waits = versions.filter(({ verify, checked }) =>
    checked === null ? verify !== null : checked.outcome === 'doubtful',
  );
  return { entry, kind: record.kind, key: record.key, label: record.label[ctx.language], versions, open: waits.length };
}

/** Everything kept as law, with what was checked and what waits. */
export async function listLawEntries(ctx: Ctx): Promise<LawEntryView[]> {
  const checks = await listChecks(ctx);
  return lawRecords().map((record) => toView(ctx, record, checks));
}

type Route = (typeof routes)['checkLawVersion'];

/**
 * Keeps what a person found when comparing a version with its source. The value itself changes only with the file of
 * `law/`: a doubtful one stays in use, marked, until it is amended there.
 * @throws AppError law.entry.unknown
 */
export async function checkLawVersion(
  ctx: Ctx,
  entry: string,
  body: ParsedInput<Route>['body'],
): Promise<LawEntryView> {
  const record = lawRecords().find((one) => entryOf(one) === entry);
  if (record === undefined || !record.versions.some(({ from }) => from === body.versionFrom))
    throw new AppError('law.entry.unknown', { entry });
  return inTransaction(ctx, async (tx) => {
    await sql`insert into platform.law_confirmation (district, entry, version_from, outcome, basis, by_id, by_name, at)
      values (${ctx.district}, ${entry}, ${body.versionFrom}, ${body.outcome}, ${body.basis}, ${ctx.actor.userId}, ${ctx.actor.displayName}, ${ctx.now})
      on conflict (district, entry, version_from, at) do update set outcome = excluded.outcome, basis = excluded.basis`.execute(
      tx,
    );
    await writeAudit(tx, ctx, {
      action: 'law.version.check',
      subject: { kind: 'law.entry', id: entry, label: record.label.zh },
      details: { versionFrom: body.versionFrom, outcome: body.outcome, basis: body.basis },
    });
    return toView(ctx, record, await listChecks({ ...ctx, db: tx }));
  });
}
