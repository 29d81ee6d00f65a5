import type { EntitlementState } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';

const tones: Record<EntitlementState, Tone> = {
  offered: 'info',
  claimed: 'good',
  declined: 'plain',
  expired: 'plain',
  blocked: 'late',
};

export function EntitlementStateTag({ state }: { state: EntitlementState }) {
  const { t } = useTranslation('subsidies');
  return <StatusTag tone={tones[state]}>{t(`entitlementState.${state}`)}</StatusTag>;
}
