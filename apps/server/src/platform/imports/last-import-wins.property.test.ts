import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelImport } from './commands/change-import.ts';
import { addsUp, CODES, csv, type ImportDesk, openImportDesk } from './testing/import-desk.ts';

const FIELDS = ['法定代表人', '登记机关', '成立日期'] as const;
const COLUMNS = {
  法定代表人: 'legal_representative',
  登记机关: 'registration_authority',
  成立日期: 'established_on',
} as const;
type Field = (typeof FIELDS)[number];
type Row = { readonly key: number } & Partial<Record<Field, string>>;
type Step =
  | { readonly act: 'upload'; readonly rows: readonly Row[] }
  | { readonly act: 'commit' | 'undo' | 'cancel'; readonly pick: number };

const row: fc.Arbitrary<Row> = fc.record(
  {
    key: fc.nat(CODES.length - 1),
    法定代表人: fc.constantFrom('甲', '乙', '丙'),
    登记机关: fc.constantFrom('子局', '丑局'),
    成立日期: fc.constantFrom('2001-01-01', '2002-02-02'),
  },
  { requiredKeys: ['key'] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('upload' as const), rows: fc.array(row, { minLength: 1, maxLength: 5 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom('commit' as const, 'commit' as const, 'undo' as const),
      pick: fc.nat(9),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel' as const), pick: fc.nat(9) }) },
);

/** Of several lines about one record the first counts; the others only if they say nothing else. */
function acceptedRows(rows: readonly Row[]): Row[] {
  const first = new Map<number, Row>();
  return rows.filter((one) => {
    const before = first.get(one.key);
    if (before === undefined) first.set(one.key, one);
    return before === undefined || FIELDS.every((field) => one[field] === undefined || one[field] === before[field]);
  });
}

/** What the register must say: field by field, the last committed file that speaks of it. */
function expected(committed: readonly (readonly Row[])[]): Record<string, Record<string, string | null>> {
  const register: Record<string, Record<string, string | null>> = {};
  for (const rows of committed) {
    for (const one of acceptedRows(rows)) {
      const code = CODES[one.key] as string;
      register[code] ??= Object.fromEntries(FIELDS.map((field) => [COLUMNS[field], null]));
      for (const field of FIELDS) if (one[field] !== undefined) register[code][COLUMNS[field]] = one[field];
    }
  }
  return register;
}

const toCsv = (rows: readonly Row[], salt: number) =>
  csv(
    ['企业名称', '统一社会信用代码', ...FIELDS, '备注'],
    ...rows.map((one) => [
      `苏州第${one.key}号有限公司`,
      CODES[one.key] as string,
      ...FIELDS.map((f) => one[f] ?? ''),
      String(salt),
    ]),
  );

interface Upload {
  readonly id: string;
  readonly rows: readonly Row[];
  /** Records it changed when it was committed; a row that says nothing new takes nothing with it when it goes. */
  changed: ReadonlySet<string>;
}

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk?.close());

async function register(): Promise<Record<string, Record<string, unknown>>> {
  const parties = await desk.parties();
  const columns = Object.values(COLUMNS);
  return Object.fromEntries(
    Object.entries(parties).map(([key, party]) => [key, Object.fromEntries(columns.map((c) => [c, party[c]]))]),
  );
}

describe('any sequence of imports, commits and undos', () => {
  it('leaves what the last committed import says, field by field', async () => {
    let salt = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const previews: Upload[] = [];
        const committed: Upload[] = [];
        const take = (list: Upload[], pick: number) =>
          list.length === 0 ? undefined : list.splice(pick % list.length, 1)[0];
        for (const one of steps) {
          if (one.act === 'upload') {
            const detail = await desk.upload('步.csv', toCsv(one.rows, ++salt), { kind: 'market-register' });
            expect(detail.state).toBe('previewed');
            expect(detail.counts).toMatchObject({ total: one.rows.length, accepted: acceptedRows(one.rows).length });
            previews.push({ id: detail.id, rows: one.rows, changed: new Set() });
          } else if (one.act === 'commit') {
            const upload = take(previews, one.pick);
            if (upload === undefined) continue;
            const before = expected(committed.map((c) => c.rows));
            const done = await desk.commit(upload.id);
            committed.push(upload);
            const now = expected(committed.map((c) => c.rows));
            upload.changed = new Set(
              Object.keys(now).filter((code) => JSON.stringify(now[code]) !== JSON.stringify(before[code])),
            );
            expect(addsUp(done)).toBe(true);
            const fresh = new Set(upload.rows.map((r) => CODES[r.key] as string).filter((code) => !(code in before)));
            expect(done.counts.new).toBe(fresh.size);
          } else if (one.act === 'undo') {
            const upload = take(committed, one.pick);
            if (upload === undefined) continue;
            const undone = await desk.undo(upload.id);
            const codes = new Set(upload.rows.map((r) => CODES[r.key] as string));
            const after = expected(committed.map((c) => c.rows));
            expect(undone.undoReport).toMatchObject({
              removed: [...codes].filter((code) => !(code in after)).length,
              restored: [...codes].filter((code) => code in after && upload.changed.has(code)).length,
            });
          } else {
            const upload = take(previews, one.pick);
            if (upload !== undefined) await cancelImport(desk.ctx, upload.id);
          }
          expect(await register()).toEqual(expected(committed.map((c) => c.rows)));
        }
        for (const upload of committed) await desk.undo(upload.id);
        expect(await desk.parties()).toEqual({});
      }),
      { numRuns: 12 },
    );
    const { rows } = await sql<{ n: number }>`select count(*) as n from imports.import where state = 'undone'`.execute(
      desk.ctx.db,
    );
    expect(rows[0]?.n).toBeGreaterThan(5);
  }, 240_000);
});
