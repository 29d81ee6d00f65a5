import type { CaseRecord, CaseDecision as Decision } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { Money } from '../../components/money.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

function Former({ one }: { one: Decision }) {
  const { t } = useTranslation('cases');
  return (
    <p className="soft">
      {one.decidedOn} {one.kindLabel} · {t('decision.superseded')}：{one.supersededReason}
    </p>
  );
}

/** The decision in force, and those it took the place of. */
export function CaseDecision({ record }: { record: CaseRecord }) {
  const { t } = useTranslation('cases');
  const one = record.decision;
  if (one === null) return null;
  const money = (key: string, label: string, fen: number) =>
    fen === 0 ? [] : [{ key, label, value: <Money fen={fen} unit /> }];
  const text = (key: string, label: string, value: string | null) => (value ? [{ key, label, value, wide: true }] : []);
  return (
    <Section
      title={t('decision.title')}
      extra={<StatusTag tone={one.kind === 'penalty' ? 'warn' : 'info'}>{one.kindLabel}</StatusTag>}
    >
      <Descriptions
        items={[
          { key: 'on', label: t('list.decided'), value: one.decidedOn },
          { key: 'by', label: t('decision.by'), value: one.decidedBy },
          ...money('fine', t('list.fine'), one.fineFen),
          ...money('confiscated', t('decision.confiscated'), one.confiscatedFen),
          ...(one.rangeMaxFen === null || one.kind !== 'penalty'
            ? []
            : [
                {
                  key: 'range',
                  label: t('law.range'),
                  value: (
                    <>
                      <Money fen={one.rangeMinFen} /> — <Money fen={one.rangeMaxFen} unit />
                    </>
                  ),
                },
              ]),
          ...(one.warning ? [{ key: 'warning', label: t('decision.warning'), value: t('decision.yes') }] : []),
          { key: 'paper', label: t('decision.paperNo'), value: one.paperNo },
          { key: 'served', label: t('decision.servedOn'), value: one.servedOn },
          ...text('to', t('decision.to'), one.toOrganisationName),
          ...text('goods', t('decision.goods'), one.confiscatedGoods),
          ...text('other', t('decision.other'), one.other),
          ...text('ground', t('decision.ground'), one.ground),
          { key: 'reasons', label: t('decision.reasons'), value: one.reasons, wide: true },
        ]}
      />
      {record.earlierDecisions.map((each) => (
        <Former key={`${each.decidedOn}${each.kind}`} one={each} />
      ))}
    </Section>
  );
}
