import type { MadridTie } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { toneOf } from '../../lib/tones.ts';
import { memberName } from './member-name.ts';

const tones: Readonly<Record<MadridTie['standing'], Tone>> = {
  safe: 'good',
  dependent: 'info',
  'at-risk': 'late',
  unknown: 'warn',
};

/** International registrations with their base marks and what follows if one falls. */
export function MadridList({ ties }: { ties: readonly MadridTie[] }) {
  const { t, i18n } = useTranslation(['trademark-portfolio', 'labels']);
  const named = (member: string) => memberName(member, i18n.language, (union) => t(`madrid.union.${union}`));
  return (
    <ul className="tie-list">
      {ties.map((tie) => (
        <li key={tie.id}>
          <div className="use-head">
            <b>{tie.name}</b>
            <span className="mono">{tie.irNo}</span>
            <StatusTag tone={tones[tie.standing]}>{t(`madrid.standing.${tie.standing}`)}</StatusTag>
          </div>
          <p className="soft">
            {tie.holder} · {t('madrid.registeredOn', { on: tie.registeredOn ?? '—' })} ·{' '}
            {t('madrid.members', { list: tie.members.map((one) => named(one.member)).join('、') })}
          </p>
          {tie.members.some((one) => one.later) && (
            <p className="soft">
              {t('madrid.later', {
                list: tie.members
                  .filter((one) => one.later)
                  .map((one) => `${named(one.member)} ${one.on}`)
                  .join('、'),
              })}
            </p>
          )}
          <p>
            {t('madrid.base', { number: tie.baseNo ?? '—' })}{' '}
            {tie.base.length === 0 && <StatusTag tone="warn">{t('madrid.baseUnknown')}</StatusTag>}
            {tie.base.map((mark) => (
              <span key={mark.id} className="tie-base">
                <AppLink to={`/trademarks/${mark.id}/life`}>
                  {mark.name} {t('labels:niceClass', { n: mark.niceClass })}
                </AppLink>{' '}
                <StatusTag tone={toneOf(mark.status)}>{t(`labels:trademarkStatus.${mark.status}`)}</StatusTag>
                {mark.risk && <span className="late"> {mark.risk}</span>}
              </span>
            ))}
          </p>
          <p>
            {tie.consequence}{' '}
            {tie.dependency && (
              <WhyLink
                why={{
                  title: tie.dependency.label,
                  answer: tie.dependency.dueOn,
                  steps: tie.dependency.steps.map((step) => ({ kind: 'note', text: step.text, basis: step.article })),
                  article: tie.dependency.article,
                }}
              />
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
