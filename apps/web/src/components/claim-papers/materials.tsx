import type { RouteOutput, routes } from '@jince/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../status-tag.tsx';
import './claim-papers.css';

type Material = RouteOutput<typeof routes.getEntitlement>['materials'][number];

const tones: Record<Material['standing'], Tone> = { register: 'good', attached: 'good', missing: 'warn' };

interface MaterialsProps {
  readonly materials: readonly Material[];
  /** What can be done about one of them. */
  readonly renderExtra?: (material: Material) => ReactNode;
}

/** Papers an item asks for: filled from a register with where it says so, added, or still missing. */
export function Materials({ materials, renderExtra }: MaterialsProps) {
  const { t } = useTranslation('procedures');
  if (materials.length === 0) return <p className="soft">{t('material.none')}</p>;
  return (
    <ul className="material-list">
      {materials.map((one) => (
        <li key={`${one.item}/${one.code}`}>
          <span>
            {one.label}
            {one.source && <small>{one.source}</small>}
          </span>
          <span className="material-standing">
            {renderExtra?.(one)}
            <StatusTag tone={tones[one.standing]}>{t(`material.${one.standing}`)}</StatusTag>
          </span>
        </li>
      ))}
    </ul>
  );
}
