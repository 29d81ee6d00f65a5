import type { Scope } from '../access/access.ts';
import type { Alert } from './alert-catalogue.ts';

/**
 * The alerts that concern whoever has this reach: the district's officers all, a town's liaison those for liaisons and
 * enterprises, an enterprise its own.
 */
export function alertsFor(scope: Scope, alerts: readonly Alert[]): readonly Alert[] {
  if (scope.kind === 'district') return alerts;
  return alerts.filter(
    ({ receivers }) =>
      (scope.towns.length > 0 && receivers.includes('liaison')) ||
      (scope.towns.length + scope.parties.length > 0 && receivers.includes('enterprise')),
  );
}
