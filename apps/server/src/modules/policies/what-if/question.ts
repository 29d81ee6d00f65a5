import {
  type ChangeProblem,
  type CompiledPolicy,
  changeParameters,
  compilePolicy,
  type ParameterChange,
  type Policy,
  shiftYears,
  withNumbers,
} from '@jince/entitlements';
import type { Catalogue } from '@jince/rules';
import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { analyse } from '../domain/analyse.ts';
import { contentHash } from '../domain/canonical.ts';
import { placeOf } from '../domain/place-of.ts';
import type { PolicyVersion } from '../domain/policy-version.ts';
import { readDocument } from '../domain/read-document.ts';
import { getPolicyVersion, listPublished, requireCompiled } from '../queries/policy-versions.ts';

export interface Question {
  readonly version: string;
  readonly document?: Readonly<Record<string, unknown>> | undefined;
  readonly changes: readonly ParameterChange[];
}

/** What a what-if is about: a version as it stands or as somebody writes it, and the same with parameters moved. */
export interface Subject {
  readonly version: PolicyVersion;
  readonly base: Policy;
  readonly compiled: CompiledPolicy;
}

const REFUSALS: Readonly<Record<ChangeProblem['code'], Bilingual>> = {
  'unknown-item': { zh: '没有这一条款', en: 'there is no such item' },
  'unknown-parameter': { zh: '没有这个参数，或不能在测算中调整', en: 'there is no such parameter to move' },
  'not-null': { zh: '不能为空', en: 'cannot be empty' },
  'wrong-kind': { zh: '类型不对', en: 'is of the wrong kind' },
  'out-of-range': { zh: '超出允许的范围', en: 'is out of range' },
  'not-a-choice': { zh: '不是可选的值', en: 'is not one of the choices' },
};

function refuseChanges(ctx: Ctx, base: Policy, problems: readonly ChangeProblem[]): never {
  const errors = problems.map(({ change, code, item, path }) => {
    const at = base.items.findIndex((one) => one.code === item);
    const whole = item === null ? path : at === -1 ? `${item}.${path}` : `items.${at}.${path}`;
    return {
      path: `changes.${change}`,
      message: `${placeOf(base, whole, ctx.language)}：${REFUSALS[code][ctx.language]}`,
    };
  });
  throw new AppError('policies.what-if.bad-change', { problem: errors[0]?.message ?? '' }, errors);
}

/** The document somebody is writing, with its rules. */
function readDraft(ctx: Ctx, document: unknown): { base: Policy; compiled: CompiledPolicy } {
  const refuse = (errors: readonly { path: string; message: string }[]): never => {
    throw new AppError('policies.what-if.bad-document', { problem: errors[0]?.message ?? '' }, errors);
  };
  const read = readDocument(document, ctx.language);
  if (!read.ok) return refuse(read.problems.map(({ path, place, text }) => ({ path, message: `${place}：${text}` })));
  const { compiled, findings } = analyse(read.policy, ctx.services.facts.catalogue, ctx.today);
  if (compiled === undefined) {
    const broken = findings.filter((finding) => finding.code === 'rule-problem');
    return refuse(
      broken.map(({ path, text }) => ({ path, message: `${placeOf(document, path, ctx.language)}：${text}` })),
    );
  }
  return { base: read.policy, compiled };
}

/** @throws AppError platform.not-found · policies.policy.unreadable · policies.what-if.bad-document · .bad-change */
export async function readQuestion(ctx: Ctx, { version: id, document, changes }: Question): Promise<Subject> {
  const version = await getPolicyVersion(ctx, id);
  const { base, compiled } =
    document === undefined ? { base: version.policy, compiled: requireCompiled(version) } : readDraft(ctx, document);
  const changed = changeParameters(base, changes);
  if (!changed.ok) return refuseChanges(ctx, base, changed.problems);
  return { version, base, compiled: changes.length === 0 ? compiled : withNumbers(compiled, changed.policy) };
}

export interface Current {
  readonly version: PolicyVersion;
  /** Its windows moved to the year of the policy it is compared with. */
  readonly compiled: CompiledPolicy;
  readonly movedYears: number;
}

/** Policies thought back by whole years: a few are asked for again and again. */
const SHIFTED_KEPT = 40;
const shifted = new WeakMap<Catalogue, Map<string, CompiledPolicy>>();

/** A policy some years earlier or later, with its rules. */
export function compileShifted(ctx: Ctx, compiled: CompiledPolicy, years: number): CompiledPolicy {
  if (years === 0) return compiled;
  const { catalogue } = ctx.services.facts;
  const known = shifted.get(catalogue) ?? new Map<string, CompiledPolicy>();
  shifted.set(catalogue, known);
  const policy = shiftYears(compiled.policy, years);
  const key = contentHash(policy);
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const result = compilePolicy(policy, catalogue);
  // Only days were moved: rules that could be read can be read still.
  if (!result.ok) throw new Error(`a shifted rule cannot be read: ${result.problems[0]?.en}`);
  if (known.size >= SHIFTED_KEPT) known.delete(known.keys().next().value as string);
  known.set(key, result.policy);
  return result.policy;
}

/** The version of the same policy that is in force on the day, made comparable; undefined when there is none. */
export async function findCurrent(ctx: Ctx, subject: Subject, asOf: string): Promise<Current | undefined> {
  const { code, year } = subject.compiled.policy;
  const version = (await listPublished(ctx, asOf)).find((one) => one.code === code);
  if (version?.compiled === undefined) return undefined;
  const movedYears = year - version.policy.year;
  return { version, compiled: compileShifted(ctx, version.compiled, movedYears), movedYears };
}
