import { today } from '../../lib/format.ts';
import type { RulePreview, Template } from './campaign-query.ts';

/** What the new-campaign page collects; kept in this browser until the campaign is made. */
export interface CampaignDraft {
  readonly template: string | null;
  readonly title: string;
  readonly clause: string;
  readonly purpose: string;
  readonly targetRule: string;
  readonly successRule: string;
  readonly from: string;
  readonly to: string;
  readonly goal: number | null;
  readonly assignment: 'town' | 'none';
}

export const wizardSteps = ['target', 'success', 'period', 'review'] as const;
export type WizardStep = (typeof wizardSteps)[number];

const empty = (day: string): CampaignDraft => ({
  template: null,
  title: '',
  clause: '',
  purpose: '',
  targetRule: '',
  successRule: '',
  from: day,
  to: `${day.slice(0, 4)}-12-31`,
  goal: null,
  assignment: 'town',
});

export function draftOf(template: Template | undefined, day = today()): CampaignDraft {
  if (!template) return empty(day);
  return {
    ...empty(day),
    template: template.code,
    title: template.title,
    clause: template.clause,
    purpose: template.purpose,
    targetRule: template.targetRule,
    successRule: template.successRule,
  };
}

const keyOf = (template: string | null) => `jince.campaign-draft.${template ?? ''}`;

export function readDraft(template: Template | undefined): CampaignDraft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(template?.code ?? null)) ?? 'null');
    if (kept !== null && typeof kept === 'object') return { ...draftOf(template), ...kept };
  } catch {
    // Not kept, or not readable: begin anew.
  }
  return draftOf(template);
}

export function keepDraft(draft: CampaignDraft): void {
  try {
    localStorage.setItem(keyOf(draft.template), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage costs only the convenience.
  }
}

export function dropDraft(template: string | null): void {
  try {
    localStorage.removeItem(keyOf(template));
  } catch {
    // As above.
  }
}

/** What is still missing or wrong, by step; the values are message keys of `wizard.missing`. */
export function missingOf(draft: CampaignDraft, preview: RulePreview | undefined): Record<WizardStep, string[]> {
  const wrong = (part: string) => preview?.problems.some((problem) => problem.part === part) ?? false;
  const target = draft.targetRule.trim() === '' ? ['rule'] : wrong('targetRule') ? ['ruleWrong'] : [];
  const success = draft.successRule.trim() === '' ? ['rule'] : wrong('successRule') ? ['ruleWrong'] : [];
  const period = [
    ...(draft.title.trim().length < 2 ? ['title'] : []),
    ...(draft.clause === '' ? ['clause'] : []),
    ...(draft.from === '' || draft.to === '' ? ['period'] : draft.to < draft.from ? ['periodOrder'] : []),
  ];
  return { target, success, period, review: [...target, ...success, ...period] };
}

/** Problems of one of the two rules. */
export function problemsOf(preview: Pick<RulePreview, 'problems'> | undefined, part: 'targetRule' | 'successRule') {
  return preview?.problems.filter((problem) => problem.part === part) ?? [];
}
