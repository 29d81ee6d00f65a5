import data from '../../data/demo/cultivation.json' with { type: 'json' };
import { towns } from '../places.ts';
import { readFields, readList, readNumber, readOneOf, readOptionalText, readText, readTexts } from '../shape.ts';
import { campaigns } from './campaigns.ts';
import { markPool } from './pool.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RESULTS = ['contacted', 'in-progress', 'declined', 'not-found'] as const;
type Result = (typeof RESULTS)[number];

export type DemoWork = {
  campaigns: { template: string; from: string; to: string; goal: number | null; visits: number }[];
  /** Added to the purpose, so that nobody takes it for real. */
  remark: string;
  /** Towns the demo officer works himself, for want of a liaison account. */
  officerTowns: string[];
  /** Whom visits met: offices, never persons. */
  persons: string[];
  summaries: Record<Result, string[]>;
  nextSteps: Record<'contacted' | 'in-progress', string[]>;
  pool: { stage: string; route: string | null; evidence: string[]; note: string | null }[];
};

function readDemoWork(value: unknown): DemoWork {
  const root = readFields(value, 'demo');
  const summaries = readFields(root.summaries, 'demo.summaries');
  const nextSteps = readFields(root.nextSteps, 'demo.nextSteps');
  const templates = campaigns.templates.map((template) => template.code);
  const townCodes = towns.map((town) => town.code);
  const stages = markPool.stages.map((stage) => stage.code);
  const noted = markPool.evidence.filter((one) => one.computed === undefined).map((one) => one.code);
  return {
    campaigns: readList(root.campaigns, 'demo.campaigns', (one, at) => {
      const fields = readFields(one, at);
      return {
        template: readOneOf(fields.template, `${at}.template`, templates),
        from: readText(fields.from, `${at}.from`, DAY),
        to: readText(fields.to, `${at}.to`, DAY),
        goal: fields.goal === null ? null : readNumber(fields.goal, `${at}.goal`),
        visits: readNumber(fields.visits, `${at}.visits`),
      };
    }),
    remark: readText(root.remark, 'demo.remark'),
    officerTowns: readList(root.officerTowns, 'demo.officerTowns', (code, at) => readOneOf(code, at, townCodes)),
    persons: readTexts(root.persons, 'demo.persons'),
    summaries: Object.fromEntries(
      RESULTS.map((result) => [result, readTexts(summaries[result], `demo.summaries.${result}`)]),
    ) as DemoWork['summaries'],
    nextSteps: {
      contacted: readTexts(nextSteps.contacted, 'demo.nextSteps.contacted'),
      'in-progress': readTexts(nextSteps['in-progress'], 'demo.nextSteps.in-progress'),
    },
    pool: readList(root.pool, 'demo.pool', (one, at) => {
      const fields = readFields(one, at);
      return {
        stage: readOneOf(fields.stage, `${at}.stage`, stages),
        route: readOptionalText(fields.route, `${at}.route`) ?? null,
        evidence: readList(fields.evidence, `${at}.evidence`, (code, codeAt) => readOneOf(code, codeAt, noted)),
        note: readOptionalText(fields.note, `${at}.note`) ?? null,
      };
    }),
  };
}

/** Campaigns, visits and pool entries of the demo district; nothing real in it. */
export const demoWork: DemoWork = readDemoWork(data);
