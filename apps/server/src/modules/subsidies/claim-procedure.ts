import { AppError } from '../../platform/errors/errors.ts';
import type {
  ActionEffect,
  ActionStep,
  ClockDefinition,
  ProcedureDefinition,
} from '../../platform/procedures/index.ts';
import { claimActions } from './claim-actions.ts';
import { claimClockLabels, claimStates } from './claim-states.ts';
import { claimPapers } from './papers/claim-papers.ts';
import { MATERIAL } from './queries/list-materials.ts';
import { publicityTerm } from './queries/publicity-term.ts';
import { termOn } from './queries/terms.ts';
import { wasSupplemented } from './repositories/claim-repository.ts';
import { claimOfStep, markClaimant } from './steps/claim-of-step.ts';
import { clawBackStep, spotCheckStep } from './steps/claw-back-claim.ts';
import { approveStep, clearCreditStep, notAcceptStep, refuseStep, withdrawStep } from './steps/decide-claim.ts';
import { objectStep, publiciseStep, resumeStep, returnStep, upholdStep } from './steps/publicity-steps.ts';
import { concludeStep, releaseStep } from './steps/release-claim.ts';
import { submitStep } from './steps/submit-claim.ts';
import { CLAIM_READ } from './subsidies.catalogue.ts';

export const CLAIM = 'subsidies.claim';

/** A supplement is asked for once, with everything (一次性告知). */
async function supplementOnce({ tx, ctx, file }: ActionStep): Promise<ActionEffect> {
  if (await wasSupplemented(tx, ctx.district, file.id)) throw new AppError('subsidies.claim.supplement-once');
  return {};
}

type Step = (action: ActionStep) => Promise<ActionEffect | undefined>;

const own: Readonly<Record<string, Step>> = {
  submit: submitStep,
  supplement: submitStep,
  'return-to-applicant': returnStep,
  'request-supplement': supplementOnce,
  'not-accept': notAcceptStep,
  'clear-credit': clearCreditStep,
  'decide-approve': approveStep,
  'decide-refuse': refuseStep,
  withdraw: withdrawStep,
  publicise: publiciseStep,
  object: objectStep,
  'answer-objection': resumeStep,
  'uphold-objection': upholdStep,
  'conclude-publicity': concludeStep,
  release: releaseStep,
  'spot-check': spotCheckStep,
  'claw-back': clawBackStep,
};

/** Every action changes what can be said of the party: clocks, claims under way. */
const steps = Object.fromEntries(
  claimActions.map(({ action }): [string, Step] => [
    action,
    async (step) => {
      const effect = await own[action]?.(step);
      const { claim } = await claimOfStep(step);
      await markClaimant(step.tx, step.ctx, claim.partyKey);
      return effect;
    },
  ]),
);

/** How a claim proceeds: domain fact sheet §4.5. Its file's id is the claim's id. */
export const claimProcedure: ProcedureDefinition = {
  procedure: CLAIM,
  label: { zh: '奖补申请', en: 'Subsidy claim' },
  prefix: 'JB',
  states: claimStates,
  initial: 'draft',
  actions: claimActions,
  clocks: Object.entries(claimClockLabels).map(
    ([clock, label]): ClockDefinition => ({
      clock,
      label,
      term: (ctx, file, on) => (clock === 'publicity' ? publicityTerm(ctx, file.id) : termOn(ctx, clock, on)),
    }),
  ),
  documents: [
    { kind: MATERIAL, label: { zh: '申报材料', en: 'Papers of the claim' } },
    { kind: 'official', label: { zh: '公文', en: 'Official papers' } },
    { kind: 'other', label: { zh: '其他材料', en: 'Other papers' } },
  ],
  templates: claimPapers,
  readPermission: CLAIM_READ,
  href: (file) => `/incentives/applications/${file.id}`,
  steps,
};
