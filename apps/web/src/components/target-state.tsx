import { useTranslation } from 'react-i18next';
import { toneOf } from '../lib/tones.ts';
import { StatusTag } from './status-tag.tsx';

/** Where a target of a campaign stands, in its word and tint; hovering says what the word means. */
export function TargetStateTag({ state }: { state: string }) {
  const { t } = useTranslation('cultivation');
  return (
    <StatusTag tone={toneOf(state)} title={t(`targetStateHelp.${state}`)}>
      {t(`targetState.${state}`)}
    </StatusTag>
  );
}
