import { addDays } from '@jince/calendar';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { importsModule } from '../../../platform/imports/imports.module.ts';
import { openTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { createPartiesModule } from '../../parties/index.ts';
import { nonUseExposure } from '../domain/trademark-deadlines.ts';
import type { AnnuityLine } from '../history/annuity-lines.ts';
import { nextDueOn, patentEvents, patentPeriods, statusAt } from '../history/patent-history.ts';
import { ipRightsModule, rightsPort } from '../index.ts';
import { factsBy } from '../testing/read-facts.ts';

let test: TestDatabase;
const D = '320509';
beforeAll(async () => {
  test = await openTestDatabase([importsModule, createPartiesModule(rightsPort), ipRightsModule]);
});
beforeEach(async () => {
  await sql`truncate ip_rights.patent, ip_rights.annuity_payment, ip_rights.trademark, ip_rights.trademark_use cascade`.execute(
    test.services.db,
  );
});
afterAll(() => test?.close());

const day = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));

const line = fc.record({
  year: fc.integer({ min: 2, max: 12 }),
  paid: fc.constantFrom('day', 'word', 'no'),
  after: fc.integer({ min: -200, max: 150 }),
});
const patent = fc.record({
  kind: fc.constantFrom('invention', 'utility', 'design') as fc.Arbitrary<'invention' | 'utility' | 'design'>,
  filedOn: day('2008-01-01', 5000),
  grantAfter: fc.integer({ min: 100, max: 1500 }),
  lapseAfter: fc.option(fc.integer({ min: 1600, max: 4000 }), { nil: null }),
  lines: fc.uniqueArray(line, { selector: (one) => one.year, maxLength: 5 }),
});

interface Made {
  readonly key: string;
  readonly kind: 'invention' | 'utility' | 'design';
  readonly filedOn: string;
  readonly grantedOn: string;
  readonly lines: AnnuityLine[];
  readonly events: ReturnType<typeof patentEvents>;
  readonly periods: ReturnType<typeof patentPeriods>['periods'];
}

type Drawn = typeof patent extends fc.Arbitrary<infer T> ? T : never;

function make(drawn: Drawn, index: number): Made {
  const { kind, filedOn } = drawn;
  const grantedOn = addDays(filedOn, drawn.grantAfter);
  const facts = {
    kind,
    country: 'CN',
    filedOn,
    grantedOn,
    ...(drawn.lapseAfter === null ? {} : { lapsedOn: addDays(filedOn, drawn.lapseAfter) }),
  };
  const events = patentEvents(facts, null);
  const lines = drawn.lines
    .map(({ year, paid, after }): AnnuityLine => {
      const due = addDays(filedOn, Math.round(365.25 * (year - 1)));
      return {
        year,
        paidOn: paid === 'day' ? addDays(due, after) : null,
        amountFen: null,
        reductionPercent: null,
        dueOn: null,
        statusText: paid === 'word' ? '已缴' : paid === 'no' ? '未缴' : null,
      };
    })
    .sort((a, b) => a.year - b.year);
  return { key: `k${index}`, kind, filedOn, grantedOn, lines, events, periods: patentPeriods(facts, events).periods };
}

/** What senders could have said by a day: a payment of later is none yet. */
const linesBy = (lines: readonly AnnuityLine[], on: string): AnnuityLine[] =>
  lines.map((one) => (one.paidOn !== null && one.paidOn > on ? { ...one, paidOn: null, statusText: '未缴' } : one));

async function store(made: readonly Made[]): Promise<void> {
  const { db } = test.services;
  for (const one of made) {
    const { rows } = await sql<{ id: string }>`
      insert into ip_rights.patent (district, id, record_key, application_no, kind, title, filed_on, granted_on)
      values (${D}, gen_random_uuid(), ${one.key}, ${one.key}, ${one.kind}, 'x', ${one.filedOn}, ${one.grantedOn}) returning id`.execute(
      db,
    );
    const id = rows[0]?.id;
    await sql`insert into ip_rights.patent_period (district, patent_id, valid_from, valid_to, status, reason)
      select ${D}, ${id}, "from", "to", status, '' from json_to_recordset(${JSON.stringify(one.periods)}::json) as p("from" date, "to" date, status text)`.execute(
      db,
    );
    await sql`insert into ip_rights.annuity_payment (district, record_key, patent_key, patent_year, paid_on, status_text)
      select ${D}, ${one.key} || '|' || year, ${one.key}, year, "paidOn", "statusText"
      from json_to_recordset(${JSON.stringify(one.lines)}::json) as l(year int, "paidOn" date, "statusText" text)`.execute(
      db,
    );
  }
}

it('finds the same status and the same next fee of a patent as the history of the module', async () => {
  const drawn = fc.sample(patent, { numRuns: 250, seed: 20261122 });
  const made = drawn.map(make);
  await store(made);
  let due = 0;
  let late = 0;
  for (const asOf of ['2026-11-22', '2026-05-11', '2024-02-29', '2021-10-08', '2019-06-01', '2015-03-02']) {
    const facts = await factsBy(test, 'patent', 'applicationNo', asOf);
    for (const one of made) {
      const row = facts[one.key];
      const status = statusAt(one.periods, asOf)?.status;
      expect(row?.status ?? 'absent', `${one.key} ${asOf}`).toBe(one.filedOn > asOf ? 'absent' : (status ?? 'unknown'));
      const expected = nextDueOn(
        { kind: one.kind, country: 'CN', filedOn: one.filedOn },
        one.events,
        one.periods,
        linesBy(one.lines, asOf),
        asOf,
      );
      expect(row?.nextDueOn ?? null, `${one.key} ${asOf} ${JSON.stringify(one)}`).toBe(expected);
      if (expected !== null) due += 1;
      if (expected !== null && expected < asOf) late += 1;
    }
  }
  // The comparison is of something: fees due and fees late are among what was drawn.
  expect(due).toBeGreaterThan(200);
  expect(late).toBeGreaterThan(5);
});

it('says of non-use what the law says of one mark', async () => {
  const { db } = test.services;
  const marks = fc.sample(
    fc.record({
      registeredOn: day('2005-01-01', 7500),
      usedAfter: fc.option(fc.integer({ min: -300, max: 4000 }), { nil: null }),
    }),
    {
      numRuns: 120,
      seed: 7,
    },
  );
  for (const [index, { registeredOn, usedAfter }] of marks.entries()) {
    const { rows } = await sql<{
      id: string;
    }>`insert into ip_rights.trademark (district, id, record_key, registration_no, nice_class, name, kind, filed_on, registered_on)
      values (${D}, gen_random_uuid(), ${`n${index}/9`}, ${`n${index}`}, 9, 'x', 'ordinary', ${registeredOn}, ${registeredOn}) returning id`.execute(
      db,
    );
    await sql`insert into ip_rights.trademark_period (district, trademark_id, valid_from, valid_to, status, reason) values (${D}, ${rows[0]?.id}, ${registeredOn}, null, 'registered', '')`.execute(
      db,
    );
    if (usedAfter !== null)
      await sql`insert into ip_rights.trademark_use (district, record_key, registration_no, nice_class, kind, used_on) values (${D}, ${`u${index}`}, ${`n${index}`}, 9, 'other', ${addDays(registeredOn, usedAfter)})`.execute(
        db,
      );
  }
  for (const asOf of ['2026-11-22', '2020-02-29', '2012-01-01']) {
    const facts = await factsBy(test, 'trademark', 'registrationNo', asOf);
    for (const [index, { registeredOn, usedAfter }] of marks.entries()) {
      if (registeredOn > asOf) continue;
      const used = usedAfter === null ? null : addDays(registeredOn, usedAfter);
      const { exposedFrom } = nonUseExposure(registeredOn, used !== null && used <= asOf ? used : null);
      expect(facts[`n${index}`]?.nonUseExposed, `${registeredOn} ${used} ${asOf}`).toBe(exposedFrom <= asOf);
    }
  }
});
