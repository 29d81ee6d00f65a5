import { type RouteName, type RouteShape, routes } from '@jince/contract';
import { v7 as uuidv7 } from 'uuid';

const UNKNOWN = uuidv7();

/** Bodies that pass the schema and mean nothing that exists. */
const BODIES: Partial<Record<RouteName, object>> = {
  signIn: { username: 'nobody', password: 'wrong' },
  changePassword: { current: 'wrong', next: 'wrong' },
  confirmTotp: { code: '000000' },
  disableTotp: { password: 'wrong' },
  createAccount: { username: 'someone.new', displayName: '新人', roles: [] },
  updateAccount: { displayName: '改名' },
  grantRoles: { roles: [] },
  setImportMapping: { kind: 'patents', sender: null, sheets: [] },
  decideImportRow: { decision: 'discard' },
  checkRule: { subject: 'none', text: 'true' },
  queryRule: { subject: 'none', text: 'true' },
  exportRule: { subject: 'none', text: 'true' },
  compareRules: { subject: 'none', before: 'true', after: 'true' },
  explainRule: { subject: 'none', text: 'true', id: UNKNOWN },
  judgeMatch: { partyId: UNKNOWN, verdict: 'same' },
};

/** Query strings that routes cannot do without. */
const QUERIES: Partial<Record<RouteName, string>> = { search: '?q=test', listDataQualityRows: '?check=none' };

export interface SampleRequest {
  readonly method: RouteShape['method'];
  readonly url: string;
  readonly payload?: object;
}

/** A well-formed request to a route about something that does not exist. */
export function sampleRequest(name: RouteName): SampleRequest {
  const shape: RouteShape = routes[name];
  const path = shape.path.replace(/:(\w+)/g, (_, param: string) => (param === 'id' ? UNKNOWN : '1'));
  const payload = BODIES[name] ?? (shape.method === 'GET' ? undefined : {});
  return {
    method: shape.method,
    url: `${path}${QUERIES[name] ?? ''}`,
    ...(payload === undefined ? {} : { payload }),
  };
}
