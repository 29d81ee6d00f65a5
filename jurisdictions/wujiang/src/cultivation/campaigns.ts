import data from '../../data/campaigns.json' with { type: 'json' };
import { readFields, readList, readOneOf, readOptionalText, readText, readTexts, requireUnique } from '../shape.ts';

export type CampaignStep = {
  code: string;
  label: string;
  text: string;
  /** Reached when the registers say so; nobody can tick it. */
  fromRegister: boolean;
};

export type CampaignTemplate = {
  code: string;
  title: string;
  /** Clause of the plan it serves. */
  clause: string;
  /** Kind of its targets: a subject of the fact catalogue. */
  subject: string;
  /** Body of the organisation that is responsible. */
  responsible: string | undefined;
  purpose: string;
  caution: string | undefined;
  /** Rule over the subject: who is a target. `{yearStart}` stands for the first day of the year. */
  target: string;
  /** Rule over the subject: when the registers show success. */
  success: string;
  /** Rule over the subject: who remains in question; the others leave. */
  stay: string | undefined;
  steps: CampaignStep[];
  /** Asked at the visit. */
  questions: string[];
};

export type CampaignPack = {
  note: string;
  templates: CampaignTemplate[];
  /** Steps of a campaign that follows no template. */
  freeSteps: CampaignStep[];
  /** Stay rules by subject where a template says none. */
  stayRules: Readonly<Record<string, string>>;
};

const CODE = /^[a-z][a-z-]*$/;

function readSteps(value: unknown, path: string): CampaignStep[] {
  const steps = readList(value, path, (one, at) => {
    const step = readFields(one, at);
    return {
      code: readText(step.code, `${at}.code`, CODE),
      label: readText(step.label, `${at}.label`),
      text: readText(step.text, `${at}.text`),
      fromRegister: step.fromRegister === true,
    };
  });
  requireUnique(steps, path, (step) => step.code);
  return steps;
}

/** Throws PackDataError with the place of the first fault. Rules are parsed by who knows the facts. */
export function readCampaigns(value: unknown): CampaignPack {
  const root = readFields(value, 'campaigns');
  const steps = readSteps(root.steps, 'campaigns.steps');
  const stepCodes = steps.map((step) => step.code);
  const chosen = (codes: unknown, path: string) =>
    readList(codes, path, (code, at) => {
      const wanted = readOneOf(code, at, stepCodes);
      return steps.find((step) => step.code === wanted) as CampaignStep;
    });
  const templates = readList(root.campaigns, 'campaigns.campaigns', (one, at): CampaignTemplate => {
    const fields = readFields(one, at);
    return {
      code: readText(fields.code, `${at}.code`, CODE),
      title: readText(fields.title, `${at}.title`),
      clause: readText(fields.clause, `${at}.clause`, /^[IV]+\.\d$/),
      subject: readText(fields.subject, `${at}.subject`, CODE),
      responsible: readOptionalText(fields.responsible, `${at}.responsible`, /^[A-Z0-9-]+$/),
      purpose: readText(fields.purpose, `${at}.purpose`),
      caution: readOptionalText(fields.caution, `${at}.caution`),
      target: readText(fields.target, `${at}.target`),
      success: readText(fields.success, `${at}.success`),
      stay: readOptionalText(fields.stay, `${at}.stay`),
      steps: chosen(fields.steps, `${at}.steps`),
      questions: readTexts(fields.questions, `${at}.questions`),
    };
  });
  requireUnique(templates, 'campaigns.campaigns', (template) => template.code);
  const stayRules = readFields(root.stayRules, 'campaigns.stayRules');
  return {
    note: readText(root.note, 'campaigns.note'),
    templates,
    freeSteps: chosen(root.freeSteps, 'campaigns.freeSteps'),
    stayRules: Object.fromEntries(
      Object.entries(stayRules).map(([subject, rule]) => [subject, readText(rule, `campaigns.stayRules.${subject}`)]),
    ),
  };
}

/** The district's campaigns as templates, with the words of their steps. */
export const campaigns: CampaignPack = readCampaigns(data);
