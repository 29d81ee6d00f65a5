import type { IndicatorDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { formatDay } from '../../lib/format.ts';

/** Who changed the rules, when and why; newest first. */
export function VersionsSection({ versions }: { versions: IndicatorDetail['versions'] }) {
  const { t } = useTranslation('indicators');
  const sorted = [...versions].sort((a, b) => b.version - a.version);
  return (
    <Section title={t('versions')}>
      <ol className="versions">
        {sorted.map((version) => (
          <li key={version.version}>
            <b>{t('versionNo', { version: version.version })}</b>
            <div>
              {version.note ?? <span className="muted">{t('noNote')}</span>}
              <small>
                {[version.from ? formatDay(version.from) : t('fromStart'), version.by].filter(Boolean).join(' · ')}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
