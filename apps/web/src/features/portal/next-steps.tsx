import type { NextStep } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { ExampleMark } from '../../components/standing-tag.tsx';

/** What is missing for more, the nearest first. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  const { t } = useTranslation('portal');
  return (
    <ul className="own-next">
      {steps.map((step) => (
        <li key={`${step.policy.versionId}${step.item}`}>
          <div>
            <b>{step.itemName}</b>
            {step.policy.example && <ExampleMark />}
            <small>
              {step.policy.title} · {step.clause}
            </small>
          </div>
          <p className="soft">{step.text}</p>
          <ul>
            {step.missing.map((one) => (
              <li key={`${one.code}${one.text}`}>
                {one.text}
                {one.article && <small> {one.article}</small>}
              </li>
            ))}
          </ul>
          {step.near && <small className="own-near">{t('near')}</small>}
        </li>
      ))}
    </ul>
  );
}
