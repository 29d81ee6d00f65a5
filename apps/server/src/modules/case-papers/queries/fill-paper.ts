import type { CaseForm, PaperApproval } from '@jince/wujiang';
import type { OfficialValues } from '../../../platform/documents/official/index.ts';
import { type GivenApproval, standingApprovals } from '../domain/approval-way.ts';
import { type DecisionElement, decisionElements } from '../domain/decision-elements.ts';
import type { PaperSources } from '../domain/paper-sources.ts';
import { recordValues } from '../domain/paper-values.ts';
import { dayWords } from '../domain/words.ts';

export interface PaperFilling {
  readonly src: PaperSources;
  readonly form: CaseForm;
  readonly entries: Readonly<Record<string, string>>;
  readonly approvals: readonly GivenApproval[];
  readonly number?: string | null;
  readonly issuedOn?: string | null;
}

const AGREED = '同意。';
const chinaDay = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

function approvalValues(approvals: readonly GivenApproval[]) {
  const standing = standingApprovals(approvals);
  const of = (pick: (one: GivenApproval) => string) =>
    Object.fromEntries(standing.map((one) => [one.step, pick(one)] as const));
  return {
    sign: of(({ byName, at }) => `${byName}　${dayWords(chinaDay(at))}`),
    opinion: of(({ opinion, step }) => opinion ?? (step === 'handler' ? '' : AGREED)),
  };
}

/** What a template is filled with: the record, what was typed, who approved, number and day where it is out. */
export function paperValues({ src, entries, approvals, number, issuedOn }: PaperFilling): OfficialValues {
  const typed = Object.fromEntries(Object.entries(entries).filter(([, value]) => value.trim() !== ''));
  return {
    ...recordValues(src),
    ...approvalValues(approvals),
    entry: typed,
    ...(number == null ? {} : { documentNumber: number }),
    ...(issuedOn == null ? {} : { issuedOn }),
  };
}

const at = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      values,
    );
const isGiven = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';

/** What must still be given before a paper can be handed in: by path and label. */
export function missingOf(
  form: CaseForm,
  values: OfficialValues,
  labelOf: (path: string) => string,
): { path: string; label: string }[] {
  const entries = form.entries.filter(({ required }) => required).map(({ path }) => `entry.${path}`);
  return [...form.required, ...entries]
    .filter((path) => !isGiven(at(values, path)))
    .map((path) => ({ path, label: labelOf(path) }));
}

/** The eight elements, for papers that are decisions of a penalty. */
export const elementsOf = (form: CaseForm, values: OfficialValues): readonly DecisionElement[] =>
  form.kind === 'penalty-decision' ? decisionElements(values) : [];

export const STEP_LABELS: Readonly<Record<'handler' | PaperApproval, { readonly zh: string; readonly en: string }>> = {
  handler: { zh: '承办人', en: 'Officer' },
  head: { zh: '办案机构负责人', en: 'Head of the section' },
  legal: { zh: '审核机构', en: 'Reviewer' },
  director: { zh: '机关负责人', en: 'Director' },
};
