import type { AgencyFacts, AgencyPerson, Filing, PeriodEvidence, Signal, SignalKind } from '../types.ts';
import { say } from './sentence.ts';
import type { World } from './world.ts';

const END = '9999-12-31';

/** Contradictions between the register of agencies and what was filed: no estimates, so the strength is that of the record. */
export function findRegisterConflicts(world: World): Signal[] {
  return [
    ...findPeopleAtTwoAgencies(world),
    ...findSocialSecurityElsewhere(world),
    ...findUnlicensedFilings(world),
    ...findFilingsAfterPeriod(world),
  ];
}

function findPeopleAtTwoAgencies(world: World): Signal[] {
  const posts = new Map<string, { agency: AgencyFacts; person: AgencyPerson }[]>();
  for (const agency of world.input.agencies)
    for (const person of agency.people) {
      const known = posts.get(person.personId);
      if (known) known.push({ agency, person });
      else posts.set(person.personId, [{ agency, person }]);
    }
  return [...posts].flatMap(([personId, own]) => {
    const clashing = own.filter((one) =>
      own.some((other) => other.agency.id !== one.agency.id && overlap(one.person, other.person)),
    );
    if (clashing.length === 0) return [];
    const name = clashing[0]!.person.name;
    const agencies = [...new Set(clashing.map(({ agency }) => agency.name))];
    return [
      conflict({
        kind: 'person-at-two-agencies',
        subject: { type: 'person', id: personId },
        strength: 0.9,
        figure: agencies.length,
        usual: 1,
        rows: clashing.map(({ agency, person }) => ({
          id: agency.id,
          on: person.from,
          what: `${person.from ?? '?'}/${person.to ?? ''}`,
        })),
        filings: [],
        ...say(
          '{name}（资格证号相同）同一时期在 {count} 家机构执业：{agencies}。',
          '{name} (one certificate number) is at {count} agencies at the same time: {agencies}.',
          { name, count: agencies.length, agencies: agencies.join('、') },
        ),
      }),
    ];
  });
}

/** Periods overlap when each begins before the other has ended; a change of agency on one day is no overlap. */
function overlap(a: AgencyPerson, b: AgencyPerson): boolean {
  return (a.from ?? '') < (b.to ?? END) && (b.from ?? '') < (a.to ?? END);
}

function findSocialSecurityElsewhere(world: World): Signal[] {
  return world.input.agencies.flatMap((agency) =>
    agency.people.flatMap((person) => {
      const unit = person.socialSecurityUnit;
      if (!unit || unit.agencyId === agency.id || plain(unit.name) === plain(agency.name)) return [];
      if ((person.from ?? '') > unit.asOf || (person.to ?? END) < unit.asOf) return [];
      return [
        conflict({
          kind: 'social-security-elsewhere',
          subject: { type: 'person', id: person.personId },
          keyEnd: agency.id,
          strength: 0.7,
          figure: 1,
          usual: 0,
          rows: [{ id: agency.id, on: unit.asOf, what: unit.name }],
          filings: [],
          ...say(
            '{name}在{agency}执业，{on} 的社保缴纳单位却是{unit}。',
            '{name} practises at {agency}, but on {on} social security was paid by {unit}.',
            { name: person.name, agency: agency.name, unit: unit.name, on: unit.asOf },
          ),
        }),
      ];
    }),
  );
}

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s()]/g, '');

function findUnlicensedFilings(world: World): Signal[] {
  const byAgency = Map.groupBy(world.filings.values(), (filing) => filing.agencyId ?? '');
  return world.input.agencies.flatMap((agency) => {
    const outside = (byAgency.get(agency.id) ?? []).filter((filing) => isUnlicensed(agency, filing));
    if (outside.length === 0) return [];
    return [
      conflict({
        kind: 'unlicensed-filing',
        subject: { type: 'agency', id: agency.id },
        strength: agency.patentLicensed === false ? 0.85 : 0.75,
        figure: outside.length,
        usual: 0,
        rows: outside.map(({ id, filedOn }) => ({ id, on: filedOn, what: 'filed' })),
        filings: outside.map(({ id }) => id),
        ...say('{name}在{reason}代理专利申请 {count} 件。', '{name} represented {count} patent filings {reasonEn}.', {
          name: agency.name,
          count: outside.length,
          reason: agency.patentLicensed === false ? '没有专利代理执业许可的情况下' : '执业许可期间之外',
          reasonEn: agency.patentLicensed === false ? 'without a licence' : 'outside the period of its licence',
        }),
      }),
    ];
  });
}

function isUnlicensed(agency: AgencyFacts, { filedOn }: Filing): boolean {
  if (agency.patentLicensed === false) return true;
  if (agency.patentLicensed === null || filedOn === null) return false;
  return filedOn < (agency.licensedFrom ?? '') || filedOn > (agency.licensedUntil ?? END);
}

function findFilingsAfterPeriod(world: World): Signal[] {
  const byAgency = Map.groupBy(world.input.trademarks ?? [], ({ agencyId }) => agencyId);
  return world.input.agencies.flatMap((agency) => {
    if (!agency.recordKnown) return [];
    const { recordFrom, recordUntil } = agency;
    const outside = (byAgency.get(agency.id) ?? []).filter(
      ({ filedOn }) => filedOn < (recordFrom ?? '') || filedOn > (recordUntil ?? END),
    );
    if (outside.length === 0) return [];
    return [
      conflict({
        kind: 'filing-after-period',
        subject: { type: 'agency', id: agency.id },
        strength: 0.8,
        figure: outside.length,
        usual: 0,
        rows: outside.map(({ id, filedOn }) => ({ id, on: filedOn, what: 'filed' })),
        filings: outside.map(({ id }) => id),
        ...say(
          recordFrom === null
            ? '{name}的商标代理备案于 {to} 届满，其后仍代理商标申请 {count} 件。'
            : '{name}在备案有效期（{from} 至 {to}）之外代理商标申请 {count} 件。',
          recordFrom === null
            ? '{name} represented {count} trademark filings after its record ended on {to}.'
            : '{name} represented {count} trademark filings outside the period of its record ({from} to {to}).',
          { name: agency.name, count: outside.length, from: recordFrom ?? '', to: recordUntil ?? '' },
        ),
      }),
    ];
  });
}

interface Conflict extends Pick<Signal, 'subject' | 'strength' | 'figure' | 'filings' | 'why' | 'params'> {
  kind: SignalKind;
  keyEnd?: string;
  usual: number;
  rows: PeriodEvidence['rows'];
}

function conflict({ kind, keyEnd, usual, rows, ...rest }: Conflict): Signal {
  const { figure, subject } = rest;
  return {
    ...rest,
    kind,
    category: 'agency',
    key: [kind, subject.id, keyEnd].filter(Boolean).join(':'),
    baseline: {
      expected: usual,
      low: figure,
      high: figure,
      peers: 0,
      note: { zh: '登记信息之间的矛盾，不作估计', en: 'A contradiction between records; nothing is estimated' },
    },
    evidence: { sort: 'periods', rows },
  };
}
