import type { EntitlementView } from '@jince/contract';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../components/money.tsx';
import { byPolicy, type ClaimChoice, isChosen, type toggleChoice } from './claim-choice.ts';

interface FoundProps {
  readonly entitlements: readonly EntitlementView[];
  readonly choice: ClaimChoice | undefined;
  readonly onToggle: (part: Parameters<typeof toggleChoice>[1]) => void;
}

/** What the system found, with its amounts, by policy. */
export function FoundChoices({ entitlements, choice, onToggle }: FoundProps) {
  const { t } = useTranslation(['claims', 'subsidies']);
  return byPolicy(entitlements).map((group) => (
    <fieldset key={group.versionId} className="policy-choice">
      <legend>
        {group.title} {t('subsidies:version', { n: group.version })}
      </legend>
      {group.parts.map((one) => (
        <Checkbox
          key={one.id}
          checked={isChosen(choice, 'found', group.versionId, one.id)}
          onChange={() => onToggle({ way: 'found', versionId: group.versionId, id: one.id })}
        >
          <span className="choice-words">
            <b>{one.label}</b>
            <small>
              {one.clause} {one.itemName}
              {one.missingMaterials.length > 0 &&
                ` · ${t('new.toAdd', { papers: one.missingMaterials.join(t('comma')) })}`}
            </small>
          </span>
          <Money fen={one.amountFen} example={group.example} unit />
        </Checkbox>
      ))}
    </fieldset>
  ));
}
