import type { WhatIfItem, WhatIfParameter } from '@jince/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ParameterField } from './parameter-field.tsx';
import type { WhatIfState } from './use-what-if.ts';

const SLIDES = /^(amount\.(fen|unitFen|ratePpm|tiers\.\d+\.fen)|budgetFen)$/;
const AMOUNTS = /^amount\.(fen|tiers\.\d+\.fen)$/;
/** Moved seldom: kept behind a word. */
const LATER = /^(stacking\.rule|achieved\.(from|to)|amount\.tiers\.\d+\.from)$/;

/** Tiers are called by their bounds: 不满 3, 3 至 6, 6 以上. */
function useLabel(all: readonly WhatIfParameter[], state: WhatIfState) {
  const { t } = useTranslation('what-if');
  const bound = (item: string | null, tier: number) => {
    const found = all.find((one) => one.item === item && one.path === `amount.tiers.${tier}.from`);
    return found === undefined ? undefined : state.valueOf(found);
  };
  return (parameter: WhatIfParameter): string => {
    const { item, path } = parameter;
    const tier = /^amount\.tiers\.(\d+)\.(fen|from)$/.exec(path);
    if (tier === null) return t(`parameter.${item === null ? 'whole' : 'item'}.${path.replaceAll('.', '-')}`);
    const at = Number(tier[1]);
    const [from, to] = [bound(item, at), bound(item, at + 1)];
    if (tier[2] === 'from') return t('parameter.bound', { tier: at + 1 });
    if (from === undefined) return t('parameter.tierBelow', { to });
    return to === undefined ? t('parameter.tierFrom', { from }) : t('parameter.tierBetween', { from, to });
  };
}

interface GroupProps {
  readonly title: string;
  readonly item: WhatIfItem | undefined;
  readonly parameters: readonly WhatIfParameter[];
  readonly state: WhatIfState;
  readonly labelOf: (parameter: WhatIfParameter) => string;
  readonly open: boolean;
}

function Group({ title, item, parameters, state, labelOf, open }: GroupProps) {
  const { t } = useTranslation('what-if');
  const moved = parameters.filter((one) => state.valueOf(one) !== one.base).length;
  const valueAt = (path: string) => {
    const found = parameters.find((one) => one.path === path);
    return found === undefined ? null : state.valueOf(found);
  };
  const field = (parameter: WhatIfParameter) => (
    <ParameterField
      key={parameter.path}
      parameter={parameter}
      label={labelOf(parameter)}
      value={state.valueOf(parameter)}
      onChange={(value) => state.change(parameter, value)}
      slide={SLIDES.test(parameter.path) && parameter.base !== null}
    />
  );
  const cap = valueAt('capFen');
  const isCapped =
    typeof cap === 'number' && parameters.some((one) => AMOUNTS.test(one.path) && Number(state.valueOf(one)) > cap);
  const later = parameters.filter((one) => LATER.test(one.path));
  return (
    <details className="what-if-group" open={open || moved > 0}>
      <summary>
        <span>
          {title}
          {item?.needsClaim && <small>{t('needsClaim')}</small>}
        </span>
        {moved > 0 && <b>{t('moved', { count: moved })}</b>}
      </summary>
      <div className="what-if-fields">{parameters.filter((one) => !LATER.test(one.path)).map(field)}</div>
      {isCapped && <p className="warn what-if-capped">{t('capWins')}</p>}
      {later.length > 0 && (
        <details className="what-if-later">
          <summary>{t('later')}</summary>
          <div className="what-if-fields">{later.map(field)}</div>
        </details>
      )}
      {moved > 0 && (
        <button type="button" className="link what-if-reset" onClick={() => state.reset(parameters[0]?.item ?? null)}>
          {t('resetGroup')}
        </button>
      )}
    </details>
  );
}

/** Wide enough for parameters beside the figures (what-if.css); below it they are folded, so that figures come first. */
const BESIDE = '(min-width: 1101px)';

/** Everything of the policy that may be moved: the whole first, then item by item. */
export function ParametersPanel({
  parameters,
  items,
  state,
}: {
  parameters: readonly WhatIfParameter[];
  items: readonly WhatIfItem[];
  state: WhatIfState;
}) {
  const { t } = useTranslation('what-if');
  const labelOf = useLabel(parameters, state);
  const groups = [...new Set(parameters.map((one) => one.item))];
  const firstPaid = items.find((one) => one.lines > 0)?.code;
  const [isWide] = useState(() => window.matchMedia(BESIDE).matches);
  return (
    <details className="what-if-parameters panel no-print" open={isWide}>
      <summary>
        <h2>
          {t('parameters')}
          {state.changes.length > 0 && <small>{t('moved', { count: state.changes.length })}</small>}
        </h2>
      </summary>
      <Button
        size="small"
        className="what-if-reset-all"
        disabled={state.changes.length === 0}
        onClick={() => state.reset()}
      >
        {t('resetAll')}
      </Button>
      {groups.map((code) => (
        <Group
          key={code ?? ''}
          title={code === null ? t('wholePolicy') : (items.find((one) => one.code === code)?.name ?? code)}
          item={items.find((one) => one.code === code)}
          parameters={parameters.filter((one) => one.item === code)}
          state={state}
          labelOf={labelOf}
          open={code === null || code === firstPaid}
        />
      ))}
      <p className="muted what-if-hint">{t('rulesElsewhere')}</p>
    </details>
  );
}
