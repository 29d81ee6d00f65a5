import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { formatChange } from '../../lib/format.ts';
import type { Home } from '../../lib/plan.ts';

/** What the district owns, counted from the registers; each figure opens its list. */
export function InventoryFigures({ figures }: { figures: Home['figures'] }) {
  const { t } = useTranslation('home');
  return (
    <Section
      title={t('inventory')}
      note={figures[0]?.previousLabel ? t('inventoryNote', { than: figures[0].previousLabel }) : null}
      extra={
        <Link className="link" to="/inventory">
          {t('inventoryOpen')}
        </Link>
      }
    >
      <dl className="inventory-figures">
        {figures.map((figure) => (
          <div key={figure.code}>
            <dt title={figure.definition}>{figure.label}</dt>
            <dd>
              <NumberLink value={figure.value} href={figure.href} unit={figure.unit} label={figure.label} />
            </dd>
            <dd className={figure.level === 'good' ? 'good' : 'muted'}>
              {figure.previous === null ? '' : formatChange(figure.value, figure.previous)}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
