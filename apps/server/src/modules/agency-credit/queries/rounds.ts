import type { CreditRound } from '@jince/contract';
import { creditRuleSets } from '@jince/law';
import { type Ctx, may } from '../../../platform/context/context.ts';
import { AppError } from '../../../platform/errors/errors.ts';
import { EVALUATION_DECIDE, EVALUATION_NOTICE, ROUND_OPEN } from '../agency-credit.catalogue.ts';
import { type EvaluationState, evaluationStates } from '../procedure/evaluation-states.ts';
import { listRounds, type RoundRow } from '../repositories/round-repository.ts';

const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((n, one) => n + one.count, 0);

function toRound(ctx: Ctx, row: RoundRow): CreditRound {
  const set = creditRuleSets.find((one) => one.ruleSet === row.rule_set);
  const version = set?.versions.find((one) => one.version === row.rule_version);
  return {
    id: row.id,
    title: row.title,
    asOf: row.as_of,
    ruleSet: row.rule_set,
    ruleSetLabel: set?.title[ctx.language] ?? row.rule_set,
    ruleVersion: row.rule_version,
    openedBy: row.opened_by_name,
    openedAt: row.opened_at,
    evaluations: sum(row.states),
    states: Object.entries(evaluationStates).flatMap(([state, { label }]) => {
      const count = sum(row.states.filter((one) => one.state === state));
      return count === 0 ? [] : [{ state: state as EvaluationState, label: label[ctx.language], count }];
    }),
    grades: (version?.grades ?? []).map(({ grade }) => ({
      grade,
      count: sum(row.states.filter((one) => one.grade === grade)),
    })),
  };
}

export async function listCreditRounds(ctx: Ctx) {
  const rows = await listRounds(ctx.db, ctx.district);
  return { items: rows.map((row) => toRound(ctx, row)), mayOpen: may(ctx, ROUND_OPEN) };
}

/** @throws AppError 404 for an unknown round */
export async function getCreditRound(ctx: Ctx, id: string) {
  const [row] = await listRounds(ctx.db, ctx.district, id);
  if (row === undefined) throw new AppError('platform.not-found');
  const count = (...states: readonly string[]) => sum(row.states.filter((one) => states.includes(one.state)));
  return {
    ...toRound(ctx, row),
    mayNotice: may(ctx, EVALUATION_NOTICE) && count('preliminary') > 0,
    mayConclude: may(ctx, EVALUATION_DECIDE) && count('noticed', 'settled') > 0,
  };
}
