import { z } from 'zod';
import type { Ctx } from '../../../platform/context/context.ts';
import { listPublished } from '../../policies/index.ts';
import type { ChosenPolicy } from './questions.ts';

const MOST_ITEMS = 40;
const itemCode = z.string().regex(/^[a-z0-9-]{1,60}\.[a-z0-9-]{1,60}$/);

/** Chosen items as `policy.item`; a single one comes as a text. */
export const chosenItems = z.union([itemCode.transform((one) => [one]), z.array(itemCode).max(MOST_ITEMS)]).catch([]);

export const visitorFields = {
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .catch('enterprise'),
  town: z
    .string()
    .regex(/^(\d{9}|outside)$/)
    .catch('outside'),
};

/** Policies in force that can be worked out, each with the chosen ones of its items; without a choice all of them. */
export async function choosePolicies(ctx: Ctx, chosen?: readonly string[]): Promise<ChosenPolicy[]> {
  const published = await listPublished(ctx, ctx.today);
  return published.flatMap(({ code, policy, compiled }): ChosenPolicy[] => {
    if (compiled === undefined) return [];
    const items = compiled.items.filter(
      ({ item }) => !item.legacy && (chosen === undefined || chosen.includes(`${code}.${item.code}`)),
    );
    return items.length === 0 ? [] : [{ code, title: policy.title, example: policy.example, compiled, items }];
  });
}
