import data from '../../data/demo/cultivation.json' with { type: 'json' };
import { towns } from '../places.ts';
import { readFields, readList, readNumber, readOneOf, readOptionalText, readText, readTexts } from '../shape.ts';
import { campaigns } from './campaigns.ts';
import { markPool } from './pool.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RESULTS = ['contacted', 'in-progress', 'declined', 'not-found'] as const;
const CHANNELS = ['on-site', 'phone', 'online', 'meeting'] as const;

export type DemoTopic = {
  /** Whom visits met: offices, never persons. */
  persons: string[];
  visits: { channel: (typeof CHANNELS)[number]; result: (typeof RESULTS)[number]; text: string }[];
  nextSteps: string[];
};
export type DemoWork = {
  campaigns: { template: string; topic: string; from: string; to: string; goal: number | null; visits: number }[];
  /** Added to the purpose, so that nobody takes it for real. */
  remark: string;
  /** Towns the demo officer works himself, for want of a liaison account. */
  officerTowns: string[];
  topics: ReadonlyMap<string, DemoTopic>;
  pool: { stage: string; route: string | null; evidence: string[]; note: string | null }[];
};

function readTopic(value: unknown, path: string): DemoTopic {
  const fields = readFields(value, path);
  return {
    persons: readTexts(fields.persons, `${path}.persons`),
    visits: readList(fields.visits, `${path}.visits`, (one, at) => {
      const visit = readFields(one, at);
      return {
        channel: readOneOf(visit.channel, `${at}.channel`, CHANNELS),
        result: readOneOf(visit.result, `${at}.result`, RESULTS),
        text: readText(visit.text, `${at}.text`),
      };
    }),
    nextSteps: readTexts(fields.nextSteps, `${path}.nextSteps`),
  };
}

function readDemoWork(value: unknown): DemoWork {
  const root = readFields(value, 'demo');
  const topics = readFields(root.topics, 'demo.topics');
  const templates = campaigns.templates.map((template) => template.code);
  const townCodes = towns.map((town) => town.code);
  const stages = markPool.stages.map((stage) => stage.code);
  const noted = markPool.evidence.filter((one) => one.computed === undefined).map((one) => one.code);
  return {
    campaigns: readList(root.campaigns, 'demo.campaigns', (one, at) => {
      const fields = readFields(one, at);
      return {
        template: readOneOf(fields.template, `${at}.template`, templates),
        topic: readOneOf(fields.topic, `${at}.topic`, Object.keys(topics)),
        from: readText(fields.from, `${at}.from`, DAY),
        to: readText(fields.to, `${at}.to`, DAY),
        goal: fields.goal === null ? null : readNumber(fields.goal, `${at}.goal`),
        visits: readNumber(fields.visits, `${at}.visits`),
      };
    }),
    remark: readText(root.remark, 'demo.remark'),
    officerTowns: readList(root.officerTowns, 'demo.officerTowns', (code, at) => readOneOf(code, at, townCodes)),
    topics: new Map(Object.entries(topics).map(([code, one]) => [code, readTopic(one, `demo.topics.${code}`)])),
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
