/** Public face of the plan module: read by the console, called by no other module. */
export { createPlanModule } from './plan.module.ts';
