import { describe, expect, it } from 'vitest';
import type { ImportKind, SheetMapping } from './import-query.ts';
import {
  bodyOf,
  chooseKind,
  draftOf,
  draftProblem,
  guessFields,
  missingFields,
  setField,
  setIncluded,
} from './mapping-draft.ts';

const field = (name: string, label: string, required = false, aliases: string[] = []) => ({
  name,
  label,
  required,
  aliases,
  type: 'text',
});
const register: ImportKind = {
  kind: 'register',
  label: '登记',
  description: '',
  recordLabel: '主体',
  senders: [{ code: 'bureau', label: '市监局' }],
  fields: [
    field('name', '企业名称', true, ['单位名称']),
    field('uscc', '统一社会信用代码'),
    field('capital', '注册资本'),
  ],
};
const column = (index: number, header: string, feeds: string | null = null) => ({
  index,
  header,
  field: feeds,
  basis: 'none' as const,
  confidence: 0,
  samples: [],
});
const sheet: SheetMapping = {
  sheet: '表一',
  headerLine: 2,
  titleLines: [],
  included: true,
  note: null,
  columns: [column(0, '序号'), column(1, ' 单位名称 ', 'name'), column(2, '注册资本（万元）'), column(3, '企业名称')],
};
const draft = draftOf({ kind: 'register', sender: 'bureau', asOf: null, sheets: [sheet] });

describe('mapping draft', () => {
  it('guesses fields by label or alias, ignoring units, and gives each field to one column', () => {
    expect(guessFields(register, sheet)).toEqual({ 0: null, 1: 'name', 2: 'capital', 3: null });
  });

  it('moves a field to the column chosen last', () => {
    const next = setField(draft, 0, 3, 'name');
    expect(next.sheets[0]?.fields).toMatchObject({ 1: null, 3: 'name' });
    expect(draft.sheets[0]?.fields[1]).toBe('name');
  });

  it('names what is missing, only for sheets that are read', () => {
    const without = setField(draft, 0, 1, null);
    expect(missingFields(register, without.sheets[0] as never).map((one) => one.name)).toEqual(['name']);
    expect(draftProblem(register, without)).toBe('missing');
    expect(draftProblem(register, setIncluded(without, 0, false))).toBe('no-sheet');
    expect(draftProblem(undefined, draft)).toBe('no-kind');
    expect(draftProblem(register, draft)).toBeUndefined();
  });

  it('keeps the server’s own guess for its kind, guesses anew for another, and drops an unknown sender', () => {
    const original = { kind: 'register', sheets: [sheet] };
    expect(chooseKind(draft, register, original).sheets[0]?.fields[2]).toBeNull();
    const other = { ...register, kind: 'other', senders: [] };
    const chosen = chooseKind(draft, other, original);
    expect(chosen.sheets[0]?.fields[2]).toBe('capital');
    expect(chosen.sender).toBeNull();
    expect(bodyOf(chosen).sheets[0]?.columns[2]).toEqual({ index: 2, field: 'capital' });
  });
});
