import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import type { Trace } from './credit-query.ts';

type RulesInForce = NonNullable<Trace['rules']>;

/** Says openly that points of the rules wait for confirmation. */
export function UnconfirmedNote({ rules }: { rules: readonly RulesInForce[] }) {
  const { t } = useTranslation('agency-credit');
  const open = rules.filter((one) => one.unconfirmed && one.scored);
  if (open.length === 0) return null;
  return <Caution>{t('unconfirmed', { rules: open.map((one) => one.article).join('、') })}</Caution>;
}
