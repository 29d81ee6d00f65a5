import type { Ctx } from '../../context/context.ts';
import { AppError } from '../../errors/errors.ts';
import { coverageOf } from '../coverage.ts';
import { distributionOf } from '../distribution.ts';
import { parseRuleFor } from '../rules.ts';
import { catalogueFreshness, toFactSummary } from './list-facts.ts';

/** Rules kept by modules that read the fact; one that can no longer be read counts if it names it. */
async function usersOf(ctx: Ctx, name: string) {
  const lists = await Promise.all(ctx.services.facts.users.map((port) => port(ctx)));
  return lists.flat().flatMap(({ label, href, subject, text }) => {
    const parsed = parseRuleFor(ctx, subject, text);
    const uses = parsed.ok ? parsed.rule.facts.includes(name) : text.includes(name);
    return uses ? [{ label, href, text }] : [];
  });
}

/** One fact of the catalogue: what it means, how it is spread today and who uses it. */
export async function getFact(ctx: Ctx, name: string) {
  const [subject = '', ...path] = name.split('.');
  const entry = ctx.services.facts.subjects.get(subject);
  const fact = entry?.facts.get(path.join('.'));
  if (entry === undefined || fact === undefined) throw new AppError('facts.fact.unknown', { name });
  const coverage = await coverageOf(ctx, entry);
  return {
    ...toFactSummary(ctx, fact, coverage),
    subjectLabel: entry.subject.label[ctx.language],
    subjectUnit: entry.subject.unit[ctx.language],
    total: coverage?.total ?? null,
    registers: [...fact.group.registers],
    distribution: await distributionOf(ctx, entry, fact.spec),
    usedBy: await usersOf(ctx, name),
    freshness: await catalogueFreshness(ctx, [subject]),
  };
}
