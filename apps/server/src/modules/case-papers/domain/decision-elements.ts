import type { OfficialValues } from '../../../platform/documents/official/index.ts';

export interface DecisionElement {
  readonly element: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly met: boolean;
  readonly text: string;
}

const at = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      values,
    );

const textAt = (values: OfficialValues, ...paths: readonly string[]): string =>
  paths
    .map((path) => at(values, path))
    .map((value) => (Array.isArray(value) ? value.map((row) => at(row, 'text') ?? at(row, 'title')).join('；') : value))
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .join('；');

interface Wanted {
  readonly element: string;
  readonly label: DecisionElement['label'];
  /** All of them must be there. */
  readonly paths: readonly string[];
}

/** What a decision must state, with the organ and its seal. Source: 行政处罚法(2021)第59条第一款、第二款. */
const WANTED: readonly Wanted[] = [
  {
    element: 'party',
    label: { zh: '当事人的姓名或者名称、地址', en: 'Name and address of the party' },
    paths: ['party.name', 'party.address'],
  },
  { element: 'facts', label: { zh: '违反法律、法规、规章的事实', en: 'Facts of the breach' }, paths: ['entry.facts'] },
  { element: 'evidence', label: { zh: '证据', en: 'Evidence' }, paths: ['evidence'] },
  { element: 'penalty', label: { zh: '行政处罚的种类', en: 'Kinds of the penalty' }, paths: ['penalties'] },
  {
    element: 'basis',
    label: { zh: '行政处罚的依据', en: 'Law the penalty rests on' },
    paths: ['law.violated', 'law.basis'],
  },
  {
    element: 'performance',
    label: { zh: '履行方式和期限', en: 'How and until when to perform' },
    paths: ['entry.pay'],
  },
  {
    element: 'remedies',
    label: { zh: '申请行政复议、提起行政诉讼的途径和期限', en: 'Remedies and their terms' },
    paths: ['remedy.review', 'remedy.suit'],
  },
  {
    element: 'organ',
    label: { zh: '行政机关名称和作出决定的日期（并盖章）', en: 'Organ, day of the decision and seal' },
    paths: ['decision.decidedOn'],
  },
];

/** The eight elements of a penalty decision, each with what the paper says of it. */
export function decisionElements(values: OfficialValues): DecisionElement[] {
  return WANTED.map(({ element, label, paths }) => ({
    element,
    label,
    met: paths.every((path) => textAt(values, path) !== ''),
    text: textAt(values, ...paths),
  }));
}
