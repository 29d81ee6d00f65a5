import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Db } from '../../../platform/database/database.ts';
import {
  type RegisterVersions,
  readStates,
  registerVersionsSql,
  versionsText,
} from '../../../platform/facts/freshness.ts';
import { subjectEntry } from '../../../platform/facts/index.ts';
import { catalogueHash } from '../../../platform/facts/sync-fact-tables.ts';
import type { Indicator } from '../domain/indicator.ts';
import { rulesHash } from './count-indicators.ts';

export interface SubjectBasis {
  readonly subject: string;
  readonly indicators: readonly Indicator[];
  /** Day of the materialised facts; undefined while there are none. */
  readonly today: string | undefined;
  /** Whether changes wait to be taken into the materialised facts. */
  readonly pending: boolean;
  /** What figures of a day are computed from as things stand. */
  readonly basisOn: (day: string) => string;
}

/** Per subject that has indicators: what their figures of any day should be computed from now. */
export async function readBases(db: Db, ctx: Ctx, indicators: readonly Indicator[]): Promise<SubjectBasis[]> {
  const subjects = [...new Set(indicators.flatMap(({ subject }) => subject ?? []))].filter((subject) =>
    ctx.services.facts.subjects.has(subject),
  );
  const entries = subjects.map((subject) => subjectEntry(ctx, subject));
  const states = await readStates(db, ctx, entries);
  const { rows } = await sql<{
    versions: RegisterVersions;
  }>`select ${registerVersionsSql(ctx.district)} as versions`.execute(db);
  const registers = rows[0]?.versions ?? {};
  return entries.map((entry) => {
    const { subject } = entry.subject;
    const own = indicators.filter((indicator) => indicator.subject === subject);
    const state = states.get(subject);
    const hash = catalogueHash(ctx, entry);
    return {
      subject,
      indicators: own,
      today: state?.asOf,
      pending: state === undefined || state.marked || state.outdated || state.asOf !== ctx.today,
      basisOn: (day) =>
        [
          day === state?.asOf ? `${state.versions}@${state.computedAt}` : versionsText(entry, registers),
          hash,
          rulesHash(ctx, own, day),
        ].join('|'),
    };
  });
}
