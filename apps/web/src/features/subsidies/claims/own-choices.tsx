import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { byPolicy, type ClaimChoice, isChosen, type toggleChoice } from './claim-choice.ts';
import type { ClaimableItem, Declared } from './claim-query.ts';
import { DeclaredForm } from './declared-form.tsx';

interface OwnProps {
  readonly items: readonly ClaimableItem[];
  readonly choice: ClaimChoice | undefined;
  readonly onToggle: (part: Parameters<typeof toggleChoice>[1]) => void;
  readonly declared: Readonly<Record<string, Declared>>;
  readonly onDeclare: (item: string, values: Declared) => void;
}

function Words({ item }: { item: ClaimableItem }) {
  const { t } = useTranslation('claims');
  const papers = item.materials.filter((one) => !one.fromRegister).map((one) => one.label);
  return (
    <span className="choice-words">
      <b>{item.itemName}</b> {item.policy.example && <ExampleMark />}
      {!item.open && <StatusTag>{t('new.closed')}</StatusTag>}
      <small>
        {item.clause}
        {item.window && ` · ${t('new.window', { from: item.window.from, to: item.window.to })}`}
      </small>
      <span className="soft">{item.text}</span>
      {papers.length > 0 && <small>{t('new.toAdd', { papers: papers.join(t('comma')) })}</small>}
    </span>
  );
}

/** Clauses one may apply for oneself: what no register knows is stated right below the one that is chosen. */
export function OwnChoices({ items, choice, onToggle, declared, onDeclare }: OwnProps) {
  const { t } = useTranslation(['claims', 'subsidies']);
  return byPolicy(items).map((group) => (
    <fieldset key={group.versionId} className="policy-choice">
      <legend>
        {group.title} {t('subsidies:version', { n: group.version })}
      </legend>
      {group.parts.map((item) => {
        const on = isChosen(choice, 'own', group.versionId, item.item);
        return (
          <div key={item.item} className={on ? 'own-choice on' : 'own-choice'}>
            <Checkbox
              checked={on}
              disabled={!item.open}
              onChange={() => onToggle({ way: 'own', versionId: group.versionId, id: item.item })}
            >
              <Words item={item} />
            </Checkbox>
            {on && item.fields.length > 0 && (
              <div className="own-fields">
                <DeclaredForm
                  fields={item.fields}
                  values={declared[item.item] ?? {}}
                  onChange={(values) => onDeclare(item.item, values)}
                />
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  ));
}
