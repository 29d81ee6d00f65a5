import { addMonths, type LocalDate } from '@jince/calendar';
import { lawNumber } from '@jince/law';
import type { SubjectEntry } from '../../../platform/facts/fact-registry.ts';
import { type CheckedRules, RULE_PARTS } from './indicator.ts';

type Entries = ReadonlyMap<string, SubjectEntry>;

const rulesOf = (checked: CheckedRules) => RULE_PARTS.flatMap((part) => checked[part] ?? []);

/** Names of all facts an indicator reaches, of its subject and of items. */
export function factsOf(checked: CheckedRules): string[] {
  return [...new Set(rulesOf(checked).flatMap((rule) => rule.facts))];
}

/** Registers that an indicator's facts are made of, sorted. */
export function registersOf(checked: CheckedRules, entries: Entries): string[] {
  const registers = new Set<string>();
  for (const name of factsOf(checked)) {
    const subject = name.slice(0, name.indexOf('.'));
    const fact = entries.get(subject)?.facts.get(name.slice(subject.length + 1));
    for (const register of fact?.group.registers ?? []) registers.add(register);
  }
  for (const name of rulesOf(checked).flatMap((rule) => rule.collections)) {
    const subject = name.slice(0, name.indexOf('.'));
    const path = name.slice(subject.length + 1);
    const collection = entries.get(subject)?.collections.find((one) => one.path === path);
    for (const register of collection?.registers ?? []) registers.add(register);
  }
  return [...registers].toSorted();
}

/** The first day from which an indicator's registers are complete; undefined when all of them know their past. */
export function completeSince(
  checked: CheckedRules,
  entries: Entries,
  knownSince: ReadonlyMap<string, LocalDate>,
): LocalDate | undefined {
  return registersOf(checked, entries)
    .flatMap((register) => knownSince.get(register) ?? [])
    .toSorted()
    .at(-1);
}

/** Dues are known of what is still kept: who missed one long ago has lapsed on that very day, looking back. */
const OF_THE_PRESENT = /^(patent\.(late|lateMonths|nextDueOn|daysToDue)|enterprise\.patents\.annuity\.\w+)$/;

/** Whether a figure can only be known of the present, because looking back changes what it counts. */
export function isOfThePresent(checked: CheckedRules): boolean {
  return factsOf(checked).some((name) => OF_THE_PRESENT.test(name));
}

/** Facts a patent has only once it is granted: what asks for one counts no unpublished applications. */
const OF_GRANTED = new Set([
  'patent.valid',
  'patent.grantedOn',
  'patent.yearsMaintained',
  'patent.late',
  'patent.daysToDue',
]);
const OF_APPLICATIONS =
  /^enterprise\.patents\.(total|pending|filed\w*|firstFiledOn|lastFiledOn|invention\.(total|pending|filed\w*)|abnormal)$/;

/** Whether an indicator counts applications, which are known only once they are published. */
export function countsApplications(checked: CheckedRules): boolean {
  const facts = factsOf(checked);
  const ofPatents = facts.some((name) => name.startsWith('patent.'));
  if (ofPatents && !facts.some((name) => OF_GRANTED.has(name))) return true;
  return facts.some((name) => OF_APPLICATIONS.test(name));
}

/** From this day on applications may be missing because they are not yet published. */
export function unpublishedFrom(today: LocalDate): LocalDate {
  return addMonths(today, -lawNumber('patent.publication.months', today).value);
}
