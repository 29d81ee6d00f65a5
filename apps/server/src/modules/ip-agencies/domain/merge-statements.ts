import type { AgencyCard, AgencyKind, AgencyList, AgencyNote, AgencySaid, AgencyState, Statement } from './agency.ts';
import { nameKeyOf } from './agency-name.ts';

const ORDER: Readonly<Record<AgencyList, number>> = { patent: 0, trademark: 1, officer: 2 };

export interface PartyOfAgency {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly townCode: string | null;
  readonly formerNames: readonly string[];
}

type Period = AgencyState['periods'][number];

const note = (code: string, field: string, zh: string, en: string): AgencyNote => ({ code, field, zh, en });

/** Terms of filing, oldest first; a period told twice counts once. */
function periodsOf(said: readonly AgencySaid[]): Period[] {
  const periods = said
    .filter((one) => one.filingFrom !== undefined || one.filingUntil !== undefined || one.filingNo !== undefined)
    .map((one) => ({ filingNo: one.filingNo ?? null, from: one.filingFrom ?? null, until: one.filingUntil ?? null }));
  return [...new Map(periods.map((one) => [`${one.from}|${one.until}|${one.filingNo}`, one])).values()].toSorted(
    (a, b) => ((a.from ?? a.until ?? '') < (b.from ?? b.until ?? '') ? -1 : 1),
  );
}

function namesOf(name: string, said: readonly AgencySaid[], party: PartyOfAgency | undefined): AgencyState['names'] {
  const names: { name: string; sort: 'current' | 'former' | 'spelling' }[] = [{ name, sort: 'current' }];
  const seen = new Set([name]);
  const add = (text: string, sort: 'former' | 'spelling') => {
    if (seen.has(text)) return;
    seen.add(text);
    names.push({ name: text, sort });
  };
  for (const one of said) for (const text of [one.name, ...(one.spellings ?? [])]) add(text, 'spelling');
  for (const text of [...said.flatMap((one) => one.formerNames ?? []), ...(party?.formerNames ?? [])])
    add(text, 'former');
  return names;
}

/** What the statements contradict each other in. */
function notesOf(said: readonly AgencySaid[], name: string, codes: readonly string[]): AgencyNote[] {
  const notes: AgencyNote[] = [];
  const usccs = [...new Set(said.flatMap((one) => one.uscc ?? []))];
  const all = [name, ...said.flatMap((one) => [one.name, ...(one.spellings ?? [])])];
  const names = [...new Map(all.map((text) => [nameKeyOf(text), text])).values()];
  if (codes.length > 1)
    notes.push(
      note(
        'two-codes',
        'agencyCode',
        `各清单所列机构代码不一致：${codes.join('、')}，采用 ${codes[0]}`,
        `The lists give several codes: ${codes.join(', ')}; ${codes[0]} is taken`,
      ),
    );
  if (usccs.length > 1)
    notes.push(
      note(
        'two-usccs',
        'uscc',
        `各清单所列统一社会信用代码不一致：${usccs.join('、')}`,
        `The lists give several unified codes: ${usccs.join(', ')}`,
      ),
    );
  if (names.length > 1)
    notes.push(
      note(
        'other-names',
        'name',
        `名称有 ${names.length} 种：${names.join('；')}`,
        `It goes by ${names.length} names: ${names.join('; ')}`,
      ),
    );
  return notes;
}

/**
 * The state of an agency after its statements: for each field the first that says something, patent list before trademark
 * list before officers; the name is the one of the market register where the agency is there.
 */
export function mergeStatements(
  id: string,
  statements: readonly Statement[],
  party: PartyOfAgency | undefined,
  today: string,
): AgencyState {
  const said = statements.toSorted((a, b) => ORDER[a.list] - ORDER[b.list]).map((one) => one.said);
  const first = <K extends keyof AgencySaid>(field: K): NonNullable<AgencySaid[K]> | null =>
    (said.find((one) => one[field] !== undefined)?.[field] as NonNullable<AgencySaid[K]> | undefined) ?? null;
  const name = party?.name ?? (first('name') as string);
  const codes = [...new Set(said.flatMap((one) => one.agencyCode ?? []))];
  const periods = periodsOf(said);
  const current = periods.findLast((one) => one.from === null || one.from <= today) ?? periods[0];
  const townCode = party?.townCode ?? first('townCode');
  const notes = notesOf(said, name, codes);
  const kinds = [...new Set(said.flatMap((one) => one.kinds ?? []))] as AgencyKind[];
  if (kinds.includes('patent-branch') && first('parent') === null && first('parentCode') === null)
    notes.push(
      note('no-parent', 'parentId', '分支机构未列明所属的专利代理机构', 'A branch without the agency it belongs to'),
    );
  return {
    id,
    partyId: party?.id ?? null,
    name,
    uscc: first('uscc'),
    agencyCode: codes[0] ?? null,
    kinds,
    status:
      first('status') ?? (party !== undefined && party.status !== 'active' ? registerStatus(party.status) : 'active'),
    statusText: first('statusText'),
    statusOn: first('statusOn'),
    townCode,
    inDistrict: party !== undefined || townCode !== null,
    parentId: null,
    parentText: first('parent') ?? first('parentCode'),
    licenceNo: first('licenceNo'),
    licensedOn: first('licensedOn'),
    filingNo: current?.filingNo ?? null,
    filingFrom: current?.from ?? null,
    filingUntil: current?.until ?? null,
    establishedOn: first('establishedOn'),
    address: first('address'),
    phone: first('phone'),
    headName: first('headName'),
    services: [...new Set(said.flatMap((one) => one.services ?? []))],
    notes,
    names: namesOf(name, said, party),
    codes,
    periods,
  };
}

const registerStatus = (status: string): AgencyCard['status'] =>
  status === 'deregistered' || status === 'revoked' ? status : 'unknown';

export interface ValueChange {
  readonly field: string;
  readonly value: unknown;
  readonly happenedOn: string;
}

/** Lays dated changes of officers over what the lists say, oldest first; a renewal of the filing becomes a term of its own. */
export function applyChanges(state: AgencyState, changes: readonly ValueChange[], today: string): AgencyState {
  let next = state;
  for (const { field, value } of changes.filter((one) => one.happenedOn <= today)) {
    if (field === 'name' && typeof value === 'string' && value !== next.name)
      next = {
        ...next,
        name: value,
        names: [
          { name: value, sort: 'current' },
          ...next.names
            .filter((one) => one.name !== value)
            .map((one) => (one.sort === 'current' ? { ...one, sort: 'former' as const } : one)),
        ],
      };
    else if (field === 'agencyCode' && typeof value === 'string')
      next = { ...next, agencyCode: value, codes: [value, ...next.codes.filter((one) => one !== value)] };
    else next = { ...next, [field]: value };
  }
  const { filingNo, filingFrom: from, filingUntil: until } = next;
  const told = next.periods.some((one) => one.from === from && one.until === until);
  return told || (from === null && until === null)
    ? next
    : { ...next, periods: [...next.periods, { filingNo, from, until }] };
}
