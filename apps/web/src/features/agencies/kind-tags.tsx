import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';

/** What an agency does. */
export function KindTags({ kinds }: { kinds: readonly string[] }) {
  const { t } = useTranslation('agencies');
  if (kinds.length === 0) return <span className="muted">—</span>;
  return (
    <span className="agency-kinds">
      {kinds.map((kind) => (
        <StatusTag key={kind} tone={kind === 'patent' ? 'info' : 'plain'}>
          {t(`kind.${kind}`)}
        </StatusTag>
      ))}
    </span>
  );
}
