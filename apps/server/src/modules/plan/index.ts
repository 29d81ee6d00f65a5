/** Public face of the plan module: read by the console and the public site. */
export { createPlanModule } from './plan.module.ts';
export { type PublicIndicator, type PublicPlan, readPublicPlan } from './queries/public-indicators.ts';
