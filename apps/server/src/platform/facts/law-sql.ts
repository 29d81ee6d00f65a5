import { type LawDefinition, listLaw, UnknownLawKeyError } from '@jince/law';
import { type RawBuilder, sql } from 'kysely';

type Step = { value: number; from: string; to: string | null };

/** Periods of a number that follow on one another with the same value are one. */
function steps(definition: LawDefinition): Step[] {
  const found: Step[] = [];
  for (const { value, from, to } of definition.periods) {
    if (typeof value !== 'number') throw new UnknownLawKeyError(definition.key, `${definition.key} is not one number`);
    const last = found.at(-1);
    if (last !== undefined && last.value === value) last.to = to;
    else found.push({ value, from, to });
  }
  return found;
}

/**
 * A number of law/ as an SQL expression over a date expression, null where the law of that day is not recorded: the same
 * answer as `lawNumber(key, day)` for every row of a statement.
 */
export function lawNumberSql(key: string, day: RawBuilder<unknown>): RawBuilder<unknown> {
  const definition = listLaw().find((one) => one.key === key);
  if (definition === undefined) throw new UnknownLawKeyError(key);
  const cases = steps(definition).map(
    ({ value, from, to }) =>
      sql`when ${day} >= ${from}::date and ${day} <= ${to ?? '9999-12-31'}::date then ${value}::numeric`,
  );
  return sql`(case ${sql.join(cases, sql` `)} end)`;
}
