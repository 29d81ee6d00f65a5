import { type Fields, readFields, readList, readNumber, readOneOf, readText, requireUnique } from '../shape.ts';

/** A text of the plan in the two languages of the product. */
export type PlanText = { zh: string; en: string };
export type PlanClause = {
  /** Chapter and number: `III.1`. */
  code: string;
  chapter: string;
  title: PlanText;
  /** One line: what the clause wants. */
  text: PlanText;
  /** What the plan says, in our own words. */
  planText: string;
};
export type PlanChapter = { code: string; title: PlanText; clauses: PlanClause[] };
export type PlanOutline = {
  title: PlanText;
  period: PlanText;
  issuedOn: string;
  source: PlanText;
  /** Year the demo's targets run to: the plan itself names none. */
  targetYear: number;
  /** What a reader of the figures must be told. */
  notes: PlanText[];
  /** Shares of the value the straight path asks for, up to which a figure still counts as on track, as needing attention. */
  standing: { onTrackWithin: number; attentionWithin: number };
  /** Days the home page looks back for imports. */
  home: { recentImportDays: number };
  /** Modules that measures and indicators wait for, by name. */
  awaited: Record<string, PlanText>;
  chapters: PlanChapter[];
};

const CHAPTER = /^(II|III|IV|V|VI)$/;
export const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readPlanText(value: unknown, path: string): PlanText {
  const fields = readFields(value, path);
  return { zh: readText(fields.zh, `${path}.zh`), en: readText(fields.en, `${path}.en`) };
}

function readAwaited(value: unknown, path: string): Record<string, PlanText> {
  return Object.fromEntries(
    Object.entries(readFields(value, path)).map(([name, label]) => [
      readText(name, path, /^[a-z][a-z-]+$/),
      readPlanText(label, `${path}.${name}`),
    ]),
  );
}

function readStanding(value: unknown, path: string): PlanOutline['standing'] {
  const fields = readFields(value, path);
  return {
    onTrackWithin: readNumber(fields.onTrackWithin, `${path}.onTrackWithin`),
    attentionWithin: readNumber(fields.attentionWithin, `${path}.attentionWithin`),
  };
}

function readClause(fields: Fields, at: string, chapter: string): PlanClause {
  return {
    code: readText(fields.code, `${at}.code`, new RegExp(`^${chapter}\\.\\d$`)),
    chapter,
    title: readPlanText(fields.title, `${at}.title`),
    text: readPlanText(fields.text, `${at}.text`),
    planText: readText(fields.planText, `${at}.planText`),
  };
}

/** @throws PackDataError naming the place of the first fault */
export function readPlan(value: unknown): PlanOutline {
  const fields = readFields(value, 'plan');
  const chapters = readList(fields.chapters, 'plan.chapters', (one, at): PlanChapter => {
    const chapter = readFields(one, at);
    const code = readText(chapter.code, `${at}.code`, CHAPTER);
    return {
      code,
      title: readPlanText(chapter.title, `${at}.title`),
      clauses: readList(chapter.clauses, `${at}.clauses`, (clause, clauseAt) =>
        readClause(readFields(clause, clauseAt), clauseAt, code),
      ),
    };
  });
  requireUnique(
    chapters.flatMap((chapter) => chapter.clauses),
    'plan.clauses',
    (clause) => clause.code,
  );
  return {
    title: readPlanText(fields.title, 'plan.title'),
    period: readPlanText(fields.period, 'plan.period'),
    issuedOn: readText(fields.issuedOn, 'plan.issuedOn', DAY),
    source: readPlanText(fields.source, 'plan.source'),
    targetYear: readNumber(fields.targetYear, 'plan.targetYear'),
    notes: readList(fields.notes, 'plan.notes', readPlanText),
    standing: readStanding(fields.standing, 'plan.standing'),
    home: {
      recentImportDays: readNumber(readFields(fields.home, 'plan.home').recentImportDays, 'plan.home.recentImportDays'),
    },
    awaited: readAwaited(fields.awaited, 'plan.awaited'),
    chapters,
  };
}

/** One of the modules that are waited for, or undefined. */
export function readAwaits(value: unknown, path: string, plan: PlanOutline): string | undefined {
  return value === undefined ? undefined : readOneOf(value as string, path, Object.keys(plan.awaited));
}
