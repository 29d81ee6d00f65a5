import {
  type Fields,
  PackDataError,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readText,
  readTexts,
  requireUnique,
} from '../shape.ts';

export const INSTALMENT_STAGES = ['agreement', 'mid-term', 'acceptance'] as const;
const DOCUMENT_STAGES = ['application', ...INSTALMENT_STAGES] as const;
const CODE = /^[a-z][a-z-]*$/;
const ALL = 100;

export type InstalmentStage = (typeof INSTALMENT_STAGES)[number];
export type ConsortiumRole = {
  role: string;
  label: string;
  text: string;
  /** So many members of the role an application needs. */
  least: number;
  /** The role of the first member, who leads and gets the grant. */
  lead: boolean;
  /** Kinds of parties of the register that may take it; empty: any. */
  kinds: string[];
  /** Must be a party of the district's register. */
  register: boolean;
};
export type ReviewCriterion = { code: string; label: string; text: string; max: number; weight: number };
export type ProgramKind = {
  code: string;
  name: string;
  /** Clause of the plan it serves. */
  clause: string;
  /** Amounts and numbers are invented until the office confirms them. */
  example: boolean;
  note: string;
  purpose: string;
  /** Rule over facts of the leading enterprise, and the same in words; `tells`: text facts that tell why it fails, and until when. */
  applicants: { rule: string; text: string; tells?: string[] };
  roles: ConsortiumRole[];
  documents: { kind: string; stage: (typeof DOCUMENT_STAGES)[number]; required: boolean }[];
  /** Weights sum to 100. */
  criteria: ReviewCriterion[];
  /** Targets it suggests; others may be agreed in one of its units. */
  targets: { code: string; label: string; unit: string; text: string }[];
  units: string[];
  /** Highest grant. */
  grantFen: number;
  /** Least share of the whole budget the consortium bears itself. */
  selfPercent: number;
  /** Shares of the grant, in percent, summing to 100. */
  instalments: { stage: InstalmentStage; percent: number }[];
  milestones: { label: string; month: number }[];
  termMonths: number;
  publicityWorkingDays: number;
};

function readWhole(value: unknown, path: string, least = 1): number {
  const number = readNumber(value, path);
  if (!Number.isSafeInteger(number) || number < least) throw new PackDataError(`${path}: 应为不小于${least}的整数`);
  return number;
}

function readPercent(value: unknown, path: string): number {
  const number = readNumber(value, path);
  if (number < 0 || number > ALL) throw new PackDataError(`${path}: 应在0至100之间`);
  return number;
}

function requireAll(parts: readonly number[], path: string): void {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (Math.abs(sum - ALL) > 1e-9) throw new PackDataError(`${path}: 合计应为100，现为${sum}`);
}

function readRole(fields: Fields, at: string): ConsortiumRole {
  return {
    role: readText(fields.role, `${at}.role`, CODE),
    label: readText(fields.label, `${at}.label`),
    text: readText(fields.text, `${at}.text`),
    least: readWhole(fields.least, `${at}.least`, 0),
    lead: fields.lead === true,
    kinds: readTexts(fields.kinds, `${at}.kinds`),
    register: fields.register === true,
  };
}

function readCriterion(fields: Fields, at: string): ReviewCriterion {
  return {
    code: readText(fields.code, `${at}.code`, CODE),
    label: readText(fields.label, `${at}.label`),
    text: readText(fields.text, `${at}.text`),
    max: readWhole(fields.max, `${at}.max`),
    weight: readPercent(fields.weight, `${at}.weight`),
  };
}

/** One kind of project. @throws PackDataError naming the place of the first fault */
export function readKind(value: unknown, at: string): ProgramKind {
  const fields = readFields(value, at);
  const applicants = readFields(fields.applicants, `${at}.applicants`);
  const units = readTexts(fields.units, `${at}.units`);
  const termMonths = readWhole(fields.termMonths, `${at}.termMonths`);
  const kind: ProgramKind = {
    code: readText(fields.code, `${at}.code`, CODE),
    name: readText(fields.name, `${at}.name`),
    clause: readText(fields.clause, `${at}.clause`, /^[IVX]+\.\d$/),
    example: fields.example === true,
    note: readText(fields.note, `${at}.note`),
    purpose: readText(fields.purpose, `${at}.purpose`),
    applicants: {
      rule: readText(applicants.rule, `${at}.applicants.rule`),
      text: readText(applicants.text, `${at}.applicants.text`),
      ...(applicants.tells === undefined ? {} : { tells: readTexts(applicants.tells, `${at}.applicants.tells`) }),
    },
    roles: readList(fields.roles, `${at}.roles`, (one, path) => readRole(readFields(one, path), path)),
    documents: readList(fields.documents, `${at}.documents`, (one, path) => {
      const document = readFields(one, path);
      return {
        kind: readText(document.kind, `${path}.kind`, CODE),
        stage: readOneOf(document.stage, `${path}.stage`, DOCUMENT_STAGES),
        required: document.required === true,
      };
    }),
    criteria: readList(fields.criteria, `${at}.criteria`, (one, path) => readCriterion(readFields(one, path), path)),
    targets: readList(fields.targets, `${at}.targets`, (one, path) => {
      const target = readFields(one, path);
      return {
        code: readText(target.code, `${path}.code`, CODE),
        label: readText(target.label, `${path}.label`),
        unit: readOneOf(target.unit as string, `${path}.unit`, units),
        text: readText(target.text, `${path}.text`),
      };
    }),
    units,
    grantFen: readWhole(fields.grantFen, `${at}.grantFen`),
    selfPercent: readPercent(fields.selfPercent, `${at}.selfPercent`),
    instalments: readList(fields.instalments, `${at}.instalments`, (one, path) => {
      const part = readFields(one, path);
      return {
        stage: readOneOf(part.stage, `${path}.stage`, INSTALMENT_STAGES),
        percent: readPercent(part.percent, `${path}.percent`),
      };
    }),
    milestones: readList(fields.milestones, `${at}.milestones`, (one, path) => {
      const milestone = readFields(one, path);
      const month = readWhole(milestone.month, `${path}.month`);
      if (month > termMonths) throw new PackDataError(`${path}.month: 不应晚于建设期${termMonths}个月`);
      return { label: readText(milestone.label, `${path}.label`), month };
    }),
    termMonths,
    publicityWorkingDays: readWhole(fields.publicityWorkingDays, `${at}.publicityWorkingDays`),
  };
  if (kind.roles.filter((role) => role.lead).length !== 1) throw new PackDataError(`${at}.roles: 应恰有一个牵头角色`);
  requireUnique(kind.roles, `${at}.roles`, (role) => role.role);
  requireUnique(kind.criteria, `${at}.criteria`, (criterion) => criterion.code);
  requireUnique(kind.targets, `${at}.targets`, (target) => target.code);
  requireUnique(kind.instalments, `${at}.instalments`, (part) => part.stage);
  requireAll(
    kind.criteria.map((criterion) => criterion.weight),
    `${at}.criteria`,
  );
  requireAll(
    kind.instalments.map((part) => part.percent),
    `${at}.instalments`,
  );
  return kind;
}
