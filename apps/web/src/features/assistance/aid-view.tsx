import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { Section } from '../../components/section.tsx';
import type { Aid } from './aid-query.ts';

/** What was asked and what was answered. */
export function AidView({ aid }: { aid: Aid }) {
  const { t } = useTranslation('assistance');
  const pre = (text: string | null) => text && <span className="pre">{text}</span>;
  return (
    <>
      <Section title={t('page.request')}>
        <Descriptions
          items={[
            { key: 'kinds', label: t('field.kinds'), value: aid.kinds.map((one) => one.label).join('、'), wide: true },
            { key: 'facts', label: t('field.facts'), value: pre(aid.facts), wide: true },
            { key: 'wish', label: t('field.wish'), value: pre(aid.wish), wide: true },
            {
              key: 'opponent',
              label: t('field.opponent'),
              value: [aid.opponent, aid.opponentCode].filter(Boolean).join(' · '),
            },
            { key: 'rights', label: t('field.rights'), value: aid.rights.map((one) => one.number).join('、') },
            { key: 'contact', label: t('field.contact'), value: aid.applicantContact },
            { key: 'received', label: t('field.receivedOn'), value: aid.receivedOn },
            ...(aid.refusedReason
              ? [{ key: 'refused', label: t('page.refused'), value: pre(aid.refusedReason), wide: true }]
              : []),
          ]}
        />
      </Section>
      {(aid.opinion || aid.result) && (
        <Section title={t('page.opinion')} note={aid.opinionNo ?? undefined}>
          <Descriptions
            items={[
              { key: 'opinion', label: t('page.opinionText'), value: pre(aid.opinion), wide: true },
              { key: 'on', label: t('page.opinionOn'), value: aid.opinionOn },
              { key: 'result', label: t('page.result'), value: pre(aid.result), wide: true },
              ...(aid.stars === null
                ? []
                : [
                    { key: 'stars', label: t('page.stars'), value: t('page.starsOf', { stars: aid.stars }) },
                    { key: 'remark', label: t('page.remark'), value: aid.remark, wide: true },
                  ]),
            ]}
          />
        </Section>
      )}
    </>
  );
}
