import { useTranslation } from 'react-i18next';
import { RecordOutbox } from '../../components/field-work/record-outbox.tsx';
import { useFieldDrafts } from './use-field-draft.ts';

/** Records of inspections that are on this device and not yet done with. */
export function FieldOutbox() {
  const { t } = useTranslation('inspections');
  const { drafts, send, forget } = useFieldDrafts();
  const words = {
    title: t('outbox.title'),
    sendNow: t('outbox.sendNow'),
    seen: t('outbox.seen'),
    state: (state: string) => t(`draft.${state}`),
  };
  return (
    <RecordOutbox
      drafts={drafts}
      words={words}
      to={(draft) => `/protection/inspections/tasks/${draft.taskId}`}
      onSend={() => void send()}
      onForget={(id) => void forget(id)}
    />
  );
}
