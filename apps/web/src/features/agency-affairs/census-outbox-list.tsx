import { useTranslation } from 'react-i18next';
import { RecordOutbox } from '../../components/field-work/record-outbox.tsx';
import { useCensusDrafts } from './use-census-draft.ts';

/** Checks that are on this device and not yet with the office. */
export function CensusOutbox() {
  const { t } = useTranslation('agency-affairs');
  const { drafts, send, forget } = useCensusDrafts();
  const words = {
    title: t('census.outbox'),
    sendNow: t('census.sendNow'),
    seen: t('census.discard'),
    state: (state: string) => t(`draft.${state}`),
  };
  return (
    <RecordOutbox
      drafts={drafts}
      words={words}
      to={(draft) => `/agencies/census/items/${draft.itemId}`}
      onSend={() => void send()}
      onForget={(id) => void forget(id)}
    />
  );
}
