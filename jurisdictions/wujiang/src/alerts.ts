import data from '../data/alerts.json' with { type: 'json' };
import {
  type Fields,
  PackDataError,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readOptionalText,
  readText,
  readTexts,
  requireUnique,
} from './shape.ts';

export const ALERT_LEVELS = ['late', 'soon', 'info'] as const;
export const ALERT_RECEIVERS = ['enterprise', 'liaison', 'officer'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];
export type AlertReceiver = (typeof ALERT_RECEIVERS)[number];

export type AlertGroup = { code: string; label: string };

/** How alerts of a kind of subject are placed and found. All are paths of facts of that kind. */
export type AlertSubject = {
  subject: string;
  /** Code of the town the subject counts for; absent: of the district alone. */
  town: string | undefined;
  /** Collection of `enterprise` that links a subject to who holds it; absent: nobody holds it. */
  holders: string | undefined;
  search: string[];
};

/**
 * An alert is made once, or once for each distance of a list of days (`{days}`, and `{from}`, the day after the next
 * nearer distance) or each band of a value of the law that has a successor (`{band}`, its `{value}` and the `{next}` one).
 */
export type AlertEach = { kind: 'days'; days: number[] } | { kind: 'law-days' | 'law-bands'; law: string };

export type AlertRule = {
  /** May hold placeholders; alerts of the same code are shown as one kind. */
  code: string;
  group: string;
  subject: string;
  label: string;
  /** By distance, the last one for all further; one for all where there are no distances. */
  levels: AlertLevel[];
  each: AlertEach | undefined;
  /** Placeholders of one number: of the law by its key, or the district's own days. */
  params: Record<string, { law: string } | { days: number }>;
  /** Rule over facts of the subject, with placeholders. */
  rule: string;
  /** Rule that yields the day that matters. */
  due: string | undefined;
  receivers: AlertReceiver[];
  /** What it means for one subject; `{due}` is the day that matters. */
  text: string;
  action: string;
  article: { law: string } | { text: string } | undefined;
};

const LAW_KEY = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const PATH = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;

function readDays(value: unknown, path: string): number {
  const days = readNumber(value, path);
  if (!Number.isInteger(days) || days < 0) throw new PackDataError(`${path}: 应为不小于零的整数`);
  return days;
}

function readEach(value: unknown, path: string): AlertEach | undefined {
  if (value === undefined) return undefined;
  const fields = readFields(value, path);
  if (fields.law !== undefined) return { kind: 'law-days', law: readText(fields.law, `${path}.law`, LAW_KEY) };
  if (fields.bands !== undefined) return { kind: 'law-bands', law: readText(fields.bands, `${path}.bands`, LAW_KEY) };
  return { kind: 'days', days: readList(fields.days, `${path}.days`, readDays) };
}

function readParams(value: unknown, path: string): AlertRule['params'] {
  if (value === undefined) return {};
  return Object.fromEntries(
    Object.entries(readFields(value, path)).map(([name, one]) => {
      const at = `${path}.${name}`;
      const fields = readFields(one, at);
      return [
        name,
        fields.law === undefined
          ? { days: readDays(fields.days, `${at}.days`) }
          : { law: readText(fields.law, `${at}.law`, LAW_KEY) },
      ];
    }),
  );
}

function readArticle(value: unknown, path: string): AlertRule['article'] {
  if (value === null || value === undefined) return undefined;
  const fields = readFields(value, path);
  return fields.law === undefined
    ? { text: readText(fields.text, `${path}.text`) }
    : { law: readText(fields.law, `${path}.law`, LAW_KEY) };
}

function readAlert(alert: Fields, at: string, known: { groups: string[]; subjects: string[] }): AlertRule {
  const levels = readList(alert.levels, `${at}.levels`, (one, path) => readOneOf(one, path, ALERT_LEVELS));
  if (levels.length === 0) throw new PackDataError(`${at}.levels: 不能为空`);
  return {
    code: readText(alert.code, `${at}.code`, /^[a-z0-9-]+(\{[a-z]+\})?$/),
    group: readOneOf(alert.group, `${at}.group`, known.groups),
    subject: readOneOf(alert.subject, `${at}.subject`, known.subjects),
    label: readText(alert.label, `${at}.label`),
    levels,
    each: readEach(alert.each, `${at}.each`),
    params: readParams(alert.params, `${at}.params`),
    rule: readText(alert.rule, `${at}.rule`),
    due: readOptionalText(alert.due, `${at}.due`),
    receivers: readList(alert.receivers, `${at}.receivers`, (one, path) => readOneOf(one, path, ALERT_RECEIVERS)),
    text: readText(alert.text, `${at}.text`),
    action: readText(alert.action, `${at}.action`),
    article: readArticle(alert.article, `${at}.article`),
  };
}

export function readAlerts(value: unknown): { groups: AlertGroup[]; subjects: AlertSubject[]; alerts: AlertRule[] } {
  const fields = readFields(value, 'alerts');
  const groups = readList(fields.groups, 'groups', (one, at): AlertGroup => {
    const group = readFields(one, at);
    return {
      code: readText(group.code, `${at}.code`, /^[a-z-]+$/),
      label: readText(group.label, `${at}.label`),
    };
  });
  const subjects = readList(fields.subjects, 'subjects', (one, at): AlertSubject => {
    const subject = readFields(one, at);
    return {
      subject: readText(subject.subject, `${at}.subject`, PATH),
      town: readOptionalText(subject.town, `${at}.town`, PATH),
      holders: readOptionalText(subject.holders, `${at}.holders`, PATH),
      search: readTexts(subject.search, `${at}.search`),
    };
  });
  requireUnique(groups, 'groups', (group) => group.code);
  requireUnique(subjects, 'subjects', (subject) => subject.subject);
  const known = { groups: groups.map((group) => group.code), subjects: subjects.map((one) => one.subject) };
  const alerts = readList(fields.alerts, 'alerts', (one, at) => readAlert(readFields(one, at), at, known));
  requireUnique(alerts, 'alerts', (alert) => alert.code);
  return { groups, subjects, alerts };
}

const read = readAlerts(data);

/** Headings under which alerts are shown, in order. */
export const alertGroups: readonly AlertGroup[] = read.groups;
export const alertSubjects: readonly AlertSubject[] = read.subjects;
/** What the district wants to be warned of: rules over facts with receiver and day. */
export const alertRules: readonly AlertRule[] = read.alerts;
