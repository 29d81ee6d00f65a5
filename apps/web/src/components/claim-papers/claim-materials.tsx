import type { ClaimDetail } from '@jince/contract';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../lib/describe-error.ts';
import { useFileMoved } from '../procedure-panel/file-query.ts';
import { useAttach } from '../procedure-panel/use-attach.ts';
import { Section } from '../section.tsx';
import { Materials } from './materials.tsx';

const MATERIAL = 'material';

/** Adds the paper an item asks for: the server knows it by its kind and the title of the item's list. */
function Provide({ label, onFiles }: { label: string; onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('procedures');
  const id = useId();
  return (
    <>
      <Button
        size="small"
        aria-label={`${t('material.provide')} ${label}`}
        onClick={() => document.getElementById(id)?.click()}
      >
        {t('material.provide')}
      </Button>
      <input
        id={id}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={`${t('material.provide')} ${label}`}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

interface ClaimMaterialsProps {
  readonly claim: Pick<ClaimDetail, 'id' | 'materials' | 'canEdit'>;
  /** First parts of query keys to ask for again once a paper was added. */
  readonly refreshes: readonly (readonly unknown[])[];
}

/** The papers the claim's items ask for: known to the registers, added, or missing with a button to add each. */
export function ClaimMaterials({ claim, refreshes }: ClaimMaterialsProps) {
  const { t } = useTranslation(['procedures', 'common']);
  const moved = useFileMoved(claim.id, refreshes);
  const { sending, add, dismiss } = useAttach(claim.id, () => moved());
  const missing = claim.materials.filter((one) => one.standing === 'missing').length;
  const note = missing > 0 ? t('material.lacking', { total: missing }) : t('material.complete');
  return (
    <Section title={t('material.title')} note={claim.materials.length > 0 ? note : null}>
      <Materials
        materials={claim.materials}
        renderExtra={(one) =>
          one.standing === 'missing' && claim.canEdit ? (
            <Provide label={one.label} onFiles={(files) => add(files, MATERIAL, one.label)} />
          ) : null
        }
      />
      {sending.map((one) => {
        const text = one.error === undefined ? undefined : describeError(one.error, t);
        return (
          <p key={one.key} className={text ? 'late' : 'soft'} role={text ? 'alert' : undefined}>
            {one.fileName}{' '}
            {text ? (
              <>
                {text.detail ?? text.title}{' '}
                <button type="button" className="link" onClick={() => dismiss(one.key)}>
                  {t('material.dismiss')}
                </button>
              </>
            ) : (
              t('material.sending', { percent: Math.round(one.share * 100) })
            )}
          </p>
        );
      })}
    </Section>
  );
}
