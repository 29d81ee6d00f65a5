import {
  PackDataError,
  readFields,
  readList,
  readOneOf,
  readOptionalText,
  readText,
  readTexts,
  requireUnique,
} from '../shape.ts';
import { DAY, type PlanOutline, type PlanText, readAwaits, readPlanText } from './read-plan.ts';

export type PlanMeasure = {
  /** Clause and number: `III.1.2`. */
  code: string;
  clause: string;
  label: PlanText;
  text: string;
  /** Codes of bodies; assumed until the office confirms them. */
  responsible: string[];
  from: string | undefined;
  to: string | undefined;
  /** Page of the console where the work is done. */
  href: string | undefined;
  /** Module it waits for, when that is not built. */
  awaits: string | undefined;
};

/** @throws PackDataError naming the place of the first fault */
export function readMeasures(value: unknown, plan: PlanOutline, bodyCodes: readonly string[]): PlanMeasure[] {
  const clauses = plan.chapters.flatMap((chapter) => chapter.clauses.map((clause) => clause.code));
  const measures = readList(readFields(value, 'measures').measures, 'measures', (one, at): PlanMeasure => {
    const fields = readFields(one, at);
    const clause = readOneOf(fields.clause as string, `${at}.clause`, clauses);
    const measure = {
      code: readText(fields.code, `${at}.code`, new RegExp(`^${clause.replace('.', '\\.')}\\.\\d$`)),
      clause,
      label: readPlanText(fields.label, `${at}.label`),
      text: readText(fields.text, `${at}.text`),
      responsible: readTexts(fields.responsible, `${at}.responsible`).map((code, n) =>
        readOneOf(code, `${at}.responsible[${n}]`, bodyCodes),
      ),
      from: readOptionalText(fields.from, `${at}.from`, DAY),
      to: readOptionalText(fields.to, `${at}.to`, DAY),
      href: readOptionalText(fields.href, `${at}.href`, /^\/[a-z/-]+$/),
      awaits: readAwaits(fields.awaits, `${at}.awaits`, plan),
    };
    if ((measure.href === undefined) === (measure.awaits === undefined))
      throw new PackDataError(`${at}: href 与 awaits 应恰有一项`);
    if (measure.responsible.length === 0) throw new PackDataError(`${at}.responsible: 至少一个责任单位`);
    return measure;
  });
  requireUnique(measures, 'measures', (measure) => measure.code);
  const idle = clauses.find((clause) => measures.every((measure) => measure.clause !== clause));
  if (idle !== undefined) throw new PackDataError(`measures: 条款 ${idle} 没有举措`);
  return measures;
}
