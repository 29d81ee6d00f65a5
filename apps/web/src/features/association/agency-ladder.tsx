import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { ActDialog } from './act-dialog.tsx';
import { type Agency, associationKeys } from './association-query.ts';

/** Each step of the ladder: met or what is missing today, and the level awarded. */
export function AgencyLadder({ agency }: { agency: Agency }) {
  const { t } = useTranslation('association');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [ending, setEnding] = useState<string>();
  const awarded = agency.brands.find((one) => one.inForce);
  const award = useMutation({
    mutationFn: (level: string) => api.awardBrand({ body: { agencyId: agency.agencyId, level } }),
    onSuccess: async () => {
      for (const queryKey of associationKeys) await queries.invalidateQueries({ queryKey });
      message.success(t('ladder.awarded'));
    },
  });
  return (
    <Section
      title={t('ladder.title')}
      note={awarded && t('ladder.now', { label: awarded.label, day: awarded.untilOn })}
    >
      <ol className="ladder">
        {agency.ladder.map((step, at) => (
          <li key={step.code}>
            <span className={step.met ? 'ladder-step met' : 'ladder-step'}>{at + 1}</span>
            <div>
              <b>{step.label}</b>{' '}
              <StatusTag tone={step.met ? 'good' : 'plain'}>{t(step.met ? 'ladder.met' : 'ladder.open')}</StatusTag>
              <p>{step.text}</p>
              {step.open.length > 0 && (
                <small className="warn">{t('ladder.missing', { what: step.open.join('；') })}</small>
              )}
            </div>
            {awarded?.level === step.code
              ? agency.mayAward && (
                  <Button size="small" onClick={() => setEnding(awarded.id)}>
                    {t('ladder.withdraw')}
                  </Button>
                )
              : agency.mayAward &&
                step.met && (
                  <Button size="small" loading={award.isPending} onClick={() => award.mutate(step.code)}>
                    {t('ladder.award')}
                  </Button>
                )}
          </li>
        ))}
      </ol>
      {award.error && <ErrorBox error={award.error} />}
      {ending && (
        <ActDialog
          title={t('ladder.withdraw')}
          ok={t('ladder.withdraw')}
          danger
          fields={[{ name: 'reason', label: t('act.reason'), type: 'long', least: 2 }]}
          run={({ reason = '' }) => api.withdrawBrand({ params: { id: ending }, body: { reason } })}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Section>
  );
}
