import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatMoment } from '../../lib/format.ts';

/** Says that what is shown was kept on the device, and from when it is. */
export function KeptNote({ keptAt }: { keptAt: string | undefined }) {
  const { t } = useTranslation('work');
  return keptAt ? <StatusTag tone="warn">{t('kept', { at: formatMoment(keptAt) })}</StatusTag> : null;
}
