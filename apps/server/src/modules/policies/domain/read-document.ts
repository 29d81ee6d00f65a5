import { type Policy, policySchema } from '@jince/entitlements';
import type { Language } from '../../../platform/i18n/language.ts';
import { placeOf } from './place-of.ts';

export interface DocumentProblem {
  readonly path: string;
  readonly place: string;
  readonly text: string;
}

type Issue = NonNullable<ReturnType<typeof policySchema.safeParse>['error']>['issues'][number];

function sayIssue(issue: Issue, language: Language): string {
  const zh = language === 'zh';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? zh
          ? '还没有填写'
          : 'is missing'
        : zh
          ? '类型不对'
          : 'is of the wrong kind';
    case 'too_small':
      if (issue.origin === 'array') return zh ? `至少要有${issue.minimum}项` : `needs at least ${issue.minimum}`;
      if (issue.origin === 'string') return zh ? '还没有填写' : 'is empty';
      return zh ? `不能小于${issue.minimum}` : `must be at least ${issue.minimum}`;
    case 'too_big':
      return zh ? `不能大于${issue.maximum}` : `must be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.path.at(-1) === 'code'
        ? zh
          ? '只能用小写字母、数字和连字符，以字母或数字开头'
          : 'takes lower-case letters, digits and hyphens'
        : zh
          ? '格式不对，日期应写作 2026-01-31'
          : 'has the wrong format; dates are like 2026-01-31';
    case 'invalid_value':
      return zh ? '不是可选的值' : 'is not one of the choices';
    default:
      return zh ? '填写不正确' : 'is not right';
  }
}

/** Texts as PostgreSQL can keep them, wherever they stand. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [clean(key), clean(one)]));
}

/** What no schema of a part can see. */
function checkWhole(policy: Policy, language: Language): DocumentProblem[] {
  if (policy.effectiveTo === null || policy.effectiveTo >= policy.effectiveFrom) return [];
  const path = 'effectiveTo';
  const text = language === 'zh' ? '不能早于生效日期' : 'is before the first day';
  return [{ path, place: placeOf(policy, path, language), text }];
}

/** A policy as somebody wrote it, or everything that is missing or not of its kind, each with its place. */
export function readDocument(
  document: unknown,
  language: Language,
):
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] } {
  const read = policySchema.safeParse(clean(document), { reportInput: true });
  if (read.success) {
    const problems = checkWhole(read.data, language);
    return problems.length === 0 ? { ok: true, policy: read.data } : { ok: false, problems };
  }
  const problems = read.error.issues.map((issue) => {
    const path = issue.path.join('.');
    return { path, place: placeOf(document, path, language), text: sayIssue(issue, language) };
  });
  return { ok: false, problems };
}
