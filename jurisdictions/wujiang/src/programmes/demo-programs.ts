import data from '../../data/demo/programs.json' with { type: 'json' };
import { readFields, readList, readNumber, readOneOf, readText, readTexts } from '../shape.ts';
import { programmes } from './programmes.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIES = ['employer', 'agency', 'inventor'] as const;
const STAGES = [
  'draft',
  'submitted',
  'supplementing',
  'checked',
  'reviewing',
  'not-accepted',
  'not-selected',
  'midterm',
  'failed',
  'accepted',
  'closed',
] as const;

export type DemoStage = (typeof STAGES)[number];
export type DemoPrograms = {
  calls: {
    code: string;
    kind: string;
    title: string;
    number: string;
    guideline: string;
    opensOn: string;
    closesOn: string;
    quota: number;
    fund: string;
    year: number;
    budgetWan: number;
    appropriatedWan: number;
  }[];
  universities: string[];
  agencies: string[];
  /** With a tie, what ties is taken from the register, so that the conflict is found by facts. */
  experts: {
    name: string;
    employer: string;
    title: string;
    fields: string[];
    tie: (typeof TIES)[number] | undefined;
  }[];
  projects: {
    call: string;
    title: string;
    abstract: string;
    field: string;
    /** How far it has gone. */
    until: DemoStage;
    /** Totals of its experts; fewer than assigned: the review goes on. */
    scores: number[];
    grantWan: number;
    reached: number[];
  }[];
};

function readDemoPrograms(value: unknown): DemoPrograms {
  const root = readFields(value, 'demo');
  const kinds = programmes.kinds.map((kind) => kind.code);
  const calls = readList(root.calls, 'demo.calls', (one, at) => {
    const call = readFields(one, at);
    return {
      code: readText(call.code, `${at}.code`),
      kind: readOneOf(call.kind as string, `${at}.kind`, kinds),
      title: readText(call.title, `${at}.title`),
      number: readText(call.number, `${at}.number`),
      guideline: readText(call.guideline, `${at}.guideline`),
      opensOn: readText(call.opensOn, `${at}.opensOn`, DAY),
      closesOn: readText(call.closesOn, `${at}.closesOn`, DAY),
      quota: readNumber(call.quota, `${at}.quota`),
      fund: readText(call.fund, `${at}.fund`),
      year: readNumber(call.year, `${at}.year`),
      budgetWan: readNumber(call.budgetWan, `${at}.budgetWan`),
      appropriatedWan: readNumber(call.appropriatedWan, `${at}.appropriatedWan`),
    };
  });
  const codes = calls.map((call) => call.code);
  return {
    calls,
    universities: readTexts(root.universities, 'demo.universities'),
    agencies: readTexts(root.agencies, 'demo.agencies'),
    experts: readList(root.experts, 'demo.experts', (one, at) => {
      const expert = readFields(one, at);
      return {
        name: readText(expert.name, `${at}.name`),
        employer: readText(expert.employer, `${at}.employer`),
        title: readText(expert.title, `${at}.title`),
        fields: readTexts(expert.fields, `${at}.fields`),
        tie: expert.tie === undefined ? undefined : readOneOf(expert.tie, `${at}.tie`, TIES),
      };
    }),
    projects: readList(root.projects, 'demo.projects', (one, at) => {
      const project = readFields(one, at);
      return {
        call: readOneOf(project.call as string, `${at}.call`, codes),
        title: readText(project.title, `${at}.title`),
        abstract: readText(project.abstract, `${at}.abstract`),
        field: readText(project.field, `${at}.field`),
        until: readOneOf(project.until, `${at}.until`, STAGES),
        scores: readList(project.scores, `${at}.scores`, readNumber),
        grantWan: readNumber(project.grantWan, `${at}.grantWan`),
        reached: readList(project.reached ?? [], `${at}.reached`, readNumber),
      };
    }),
  };
}

/** Invented calls, projects and experts of the demo district. */
export const demoPrograms: DemoPrograms = readDemoPrograms(data);
