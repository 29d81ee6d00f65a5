import type { PolicyItemDocument } from '@jince/contract';
import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ItemProps } from './item-drawer.tsx';

type Material = PolicyItemDocument['materials'][number];

/** What must be handed in, and what the registers know already. */
export function EditMaterials({ item, write }: ItemProps) {
  const { t } = useTranslation('policies');
  const { materials } = item;
  const change = (at: number, part: Partial<Material>) =>
    write({ materials: materials.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const add = () => {
    let n = materials.length + 1;
    while (materials.some((one) => one.code === `material-${n}`)) n += 1;
    write({ materials: [...materials, { code: `material-${n}`, label: '', fromRegister: false }] });
  };
  return (
    <fieldset className="edit-list">
      <legend className="sr-only">{t('item.materials')}</legend>
      {materials.map((one, at) => (
        <div key={one.code} className="edit-material">
          <Input
            aria-label={t('edit.materialName', { n: at + 1 })}
            value={one.label}
            maxLength={120}
            onChange={(event) => change(at, { label: event.target.value })}
          />
          <Checkbox checked={one.fromRegister} onChange={(event) => change(at, { fromRegister: event.target.checked })}>
            {t('item.fromRegister')}
          </Checkbox>
          <button
            type="button"
            className="link"
            onClick={() => write({ materials: materials.filter((_, index) => index !== at) })}
          >
            {t('edit.remove')}
          </button>
        </div>
      ))}
      <Button size="small" onClick={add}>
        {t('edit.addMaterial')}
      </Button>
    </fieldset>
  );
}
