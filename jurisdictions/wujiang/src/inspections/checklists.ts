import data from '../../data/inspections/checklists.json' with { type: 'json' };
import {
  PackDataError,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readOptionalText,
  readText,
  requireUnique,
} from '../shape.ts';

const OBJECTS = ['printer', 'market', 'agency', 'party'] as const;
/** What may be inspected: a mark printer, a market, a service agency, or any enterprise of the register. */
export type InspectedKind = (typeof OBJECTS)[number];

export type ChecklistItem = {
  no: number;
  code: string;
  label: string;
  help: string | null;
  article: string;
  /** What an order to correct asks for when the item fails. */
  requirement: string;
  /** Row of the statistics form (law/offences) a failure of the item may be. */
  behaviourRow: number | null;
  /** A failure is more than a thing to put right: a case has to be thought of. */
  severe: boolean;
  /** The office has to confirm the article. */
  verify: boolean;
};
export type Checklist = {
  code: string;
  objects: InspectedKind[];
  label: string;
  from: string;
  to: string | null;
  source: string;
  verify: boolean;
  items: ChecklistItem[];
};

const CODE = /^[a-z][a-z-]*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readItem(value: unknown, at: string): ChecklistItem {
  const item = readFields(value, at);
  const row = item.behaviourRow === undefined ? null : readNumber(item.behaviourRow, `${at}.behaviourRow`);
  return {
    no: readNumber(item.no, `${at}.no`),
    code: readText(item.code, `${at}.code`, CODE),
    label: readText(item.label, `${at}.label`),
    help: readOptionalText(item.help, `${at}.help`) ?? null,
    article: readText(item.article, `${at}.article`),
    requirement: readText(item.requirement, `${at}.requirement`),
    behaviourRow: row,
    severe: item.severe === true,
    verify: item.verify === true || /待核/.test(String(item.article)),
  };
}

function readChecklist(value: unknown, at: string): Checklist {
  const list = readFields(value, at);
  const items = readList(list.items, `${at}.items`, readItem);
  requireUnique(items, `${at}.items`, (item) => item.code);
  return {
    code: readText(list.code, `${at}.code`, CODE),
    objects: readList(list.objects, `${at}.objects`, (one, place) => readOneOf(one, place, OBJECTS)),
    label: readText(list.label, `${at}.label`),
    from: readText(list.from, `${at}.from`, DAY),
    to: readOptionalText(list.to, `${at}.to`, DAY) ?? null,
    source: readText(list.source, `${at}.source`),
    verify: list.verify === true,
    items,
  };
}

/** Checklists as dated data: versions of one code never overlap. Throws PackDataError with the place of the first fault. */
export function readChecklists(value: unknown): Checklist[] {
  const lists = readList(readFields(value, 'checklists').checklists, 'checklists', readChecklist);
  for (const [at, list] of lists.entries()) {
    if (list.to !== null && list.to < list.from) throw new PackDataError(`checklists[${at}].to: 早于开始日`);
    const other = lists.find(
      (one, i) =>
        i < at &&
        one.code === list.code &&
        one.from <= (list.to ?? '9999-12-31') &&
        list.from <= (one.to ?? '9999-12-31'),
    );
    if (other !== undefined) throw new PackDataError(`checklists[${at}]: 「${list.code}」的期间重叠`);
  }
  return lists;
}

export const checklists: readonly Checklist[] = readChecklists(data);

/** The version of a checklist in force on a day; undefined where there is none. */
export const checklistOn = (code: string, day: string): Checklist | undefined =>
  checklists.find((list) => list.code === code && list.from <= day && (list.to === null || day <= list.to));
