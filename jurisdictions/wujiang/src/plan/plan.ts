import chapterTwo from '../../data/plan/indicators-ii.json' with { type: 'json' };
import chapterThree from '../../data/plan/indicators-iii.json' with { type: 'json' };
import chapterFour from '../../data/plan/indicators-iv.json' with { type: 'json' };
import chapterFive from '../../data/plan/indicators-v.json' with { type: 'json' };
import chapterSix from '../../data/plan/indicators-vi.json' with { type: 'json' };
import measureData from '../../data/plan/measures.json' with { type: 'json' };
import planData from '../../data/plan/plan.json' with { type: 'json' };
import targetData from '../../data/plan/targets.json' with { type: 'json' };
import unitData from '../../data/plan/units.json' with { type: 'json' };
import { bodies } from '../organisation.ts';
import { type PlanIndicator, readIndicators, readTargets } from './read-indicators.ts';
import { type PlanMeasure, readMeasures } from './read-measures.ts';
import { type PlanOutline, readPlan } from './read-plan.ts';

/** Chapters and clauses of the plan in short words of our own. */
export const plan: PlanOutline = readPlan(planData);

/** What is done for each clause, with responsible bodies (assumed, to be confirmed). */
export const planMeasures: readonly PlanMeasure[] = readMeasures(
  measureData,
  plan,
  bodies.map((body) => body.code),
);

/** How each clause is measured: rules over facts, or the module it waits for. */
export const planIndicators: readonly PlanIndicator[] = readIndicators(
  [chapterTwo, chapterThree, chapterFour, chapterFive, chapterSix],
  plan,
  planMeasures,
  unitData,
  readTargets(targetData),
);
