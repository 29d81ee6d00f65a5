import type { Ctx } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { countRules, selectSubjects } from '../../../platform/facts/index.ts';
import { isCampaignSubject, subjectOfRule } from '../domain/fill-template.ts';
import { subjectHref } from '../repositories/subject-texts.ts';
import { parsePart, sentenceOf } from './campaign-rules.ts';
import { sampleOf } from './diff-targets.ts';

const SAMPLE = 12;

/** Whom a target rule selects now, by town, and how many of them have already succeeded; nothing is saved. */
export async function previewCampaign(
  ctx: Ctx,
  input: { targetRule: string; successRule?: string | undefined; subject?: string | undefined },
) {
  const subject = input.subject ?? subjectOfRule(input.targetRule);
  if (!isCampaignSubject(subject)) throw new AppError('cultivation.campaign.unknown-subject', { subject });
  const target = parsePart(ctx, subject, 'targetRule', input.targetRule);
  const success = input.successRule === undefined ? null : parsePart(ctx, subject, 'successRule', input.successRule);
  const base = {
    problems: [...target.problems, ...(success?.problems ?? [])],
    sentence: target.rule === null ? null : sentenceOf(ctx, target.rule),
    successSentence: success === null || success.rule === null ? null : sentenceOf(ctx, success.rule),
  };
  if (target.rule === null) return { ...base, total: 0, unknown: 0, alreadyDone: 0, byTown: [], sample: [] };
  const counted = await countRules(ctx, { subject, measures: { target: { where: target.rule } }, cuts: ['town'] });
  const first = await selectSubjects(ctx, { subject, rule: target.rule, page: 1, pageSize: SAMPLE });
  const done =
    success === null || success.rule === null
      ? 0
      : (await selectSubjects(ctx, { subject, rule: success.rule, within: target.rule, page: 1, pageSize: 1 })).total;
  const { places } = ctx.services;
  const sample = await sampleOf(
    ctx,
    { subject },
    first.rows.map((row) => row.id),
  );
  return {
    ...base,
    total: counted.counts.target.count,
    unknown: counted.counts.target.unknown,
    alreadyDone: done,
    byTown: (counted.cuts[0]?.buckets ?? [])
      .filter((bucket) => bucket.counts.target.count > 0)
      .map(({ value, counts }) => {
        const code = typeof value === 'string' ? value : '';
        return { code, label: places.townName(code) ?? '未确定所属镇', count: counts.target.count };
      }),
    sample: sample.map((one) => ({ ...one, href: subjectHref(subject, one.id) })),
  };
}
