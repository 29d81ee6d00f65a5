import { useTranslation } from 'react-i18next';
import { type WizardStep, wizardSteps } from './campaign-draft.ts';

/** The steps of the new-campaign page; each can be gone to at any time. */
export function StepBar({
  at,
  missing,
  onChoose,
}: {
  at: WizardStep;
  missing: Record<WizardStep, string[]>;
  onChoose: (step: WizardStep) => void;
}) {
  const { t } = useTranslation('campaigns');
  return (
    <ol className="step-bar">
      {wizardSteps.map((step, index) => {
        const done = step !== 'review' && missing[step].length === 0;
        return (
          <li key={step} className={step === at ? 'here' : done ? 'done' : undefined}>
            <button type="button" aria-current={step === at ? 'step' : undefined} onClick={() => onChoose(step)}>
              <i aria-hidden="true">{done && step !== at ? '✓' : index + 1}</i>
              {t(`wizard.step.${step}`)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
