import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Cartogram } from '../../components/cartogram.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { formatExact } from '../../lib/format.ts';
import { useMeta } from '../../lib/meta.ts';
import type { RulePreview } from './campaign-query.ts';
import { useUnit } from './use-unit.ts';

function ByTown({ preview, unit }: { preview: RulePreview; unit: string }) {
  const { t, i18n } = useTranslation(['campaigns', 'cultivation']);
  const towns = new Map((useMeta(i18n.language)?.towns ?? []).map((town) => [town.code, town]));
  const counted = preview.byTown.filter((town) => towns.has(town.code));
  const elsewhere = preview.byTown.filter((town) => !towns.has(town.code)).reduce((sum, one) => sum + one.count, 0);
  if (counted.length === 0) return null;
  return (
    <Cartogram
      measures={[{ code: 'count', label: t('preview.count'), unit }]}
      tiles={counted.map((town) => ({
        townCode: town.code,
        label: towns.get(town.code)?.short ?? town.label,
        column: towns.get(town.code)?.column ?? 0,
        row: towns.get(town.code)?.row ?? 0,
        width: 1,
        height: 1,
        values: { count: town.count },
        href: `/enterprises?town=${town.code}`,
      }))}
      note={elsewhere > 0 ? t('preview.elsewhere', { total: formatExact(elsewhere) }) : t('preview.now')}
    />
  );
}

/** Whom the rule selects at this moment: how many, where, and some of them by name. */
export function RulePreviewPanel({
  preview,
  checking,
  error,
  subject,
}: {
  preview: RulePreview | undefined;
  checking: boolean;
  error: unknown;
  subject: string | undefined;
}) {
  const { t } = useTranslation(['campaigns', 'cultivation']);
  const unit = useUnit(subject);
  if (error) return <ErrorBox error={error} />;
  if (!preview)
    return (
      <Section title={t('preview.title')}>
        {checking ? <SkeletonLines lines={5} /> : <p className="soft">{t('preview.wait')}</p>}
      </Section>
    );
  if (preview.problems.some((problem) => problem.part === 'targetRule'))
    return (
      <Section title={t('preview.title')}>
        <p className="soft">{t('preview.wrong')}</p>
      </Section>
    );
  return (
    <Section title={t('preview.title')} note={t('preview.now')}>
      <div className={checking ? 'rule-preview checking' : 'rule-preview'} aria-live="polite">
        <p className="rule-total">
          <b>{formatExact(preview.total)}</b> {unit}
        </p>
        {(preview.alreadyDone > 0 || preview.unknown > 0) && (
          <ul className="rule-remarks">
            {preview.alreadyDone > 0 && (
              <li>{t('preview.alreadyDone', { total: formatExact(preview.alreadyDone) })}</li>
            )}
            {preview.unknown > 0 && <li>{t('preview.unknown', { total: formatExact(preview.unknown) })}</li>}
          </ul>
        )}
        <ByTown preview={preview} unit={unit} />
        {preview.sample.length > 0 && (
          <>
            <h3>{t('preview.sample')}</h3>
            <ul className="rule-sample">
              {preview.sample.map((one) => (
                <li key={one.id}>
                  {one.href ? <Link to={one.href}>{one.label}</Link> : one.label}
                  <span className="muted">{one.town}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Section>
  );
}
