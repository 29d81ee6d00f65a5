import type { Hands, SubsidyDesk } from './subsidy-desk.ts';

export interface Premium {
  readonly policyNo: string;
  readonly premiumFen: number;
  readonly paidOn?: string;
}

/** Steps of the way, each by whom it is for. */
const WAY: readonly [state: string, who: keyof Hands, action: string, fields?: Record<string, unknown>][] = [
  ['submitted', 'officer', 'submit'],
  ['recommended', 'liaison', 'recommend'],
  ['accepted', 'officer', 'accept'],
  ['checked', 'checker', 'check'],
  ['reviewed', 'reviewer', 'review'],
  ['cleared', 'checker', 'clear-credit'],
  ['approved', 'director', 'decide-approve', { documentNo: '吴市监〔2026〕1号' }],
];

/** Takes a claim along the way until it is in a state. */
export async function bring(desk: SubsidyDesk, id: string, to: string): Promise<string> {
  for (const [state, who, action, fields] of WAY) {
    await desk.act(desk.hands()[who], id, action, fields);
    if (state === to) return id;
  }
  throw new RangeError(`${to} is not on the way`);
}

/** A draft for premiums that are stated, with its papers. */
export async function premiumClaim(
  desk: SubsidyDesk,
  versionId: string,
  partyId: string,
  premiums: readonly Premium[],
): Promise<string> {
  const { officer } = desk.hands();
  const lines = premiums.map(({ paidOn = '2026-03-01', ...one }) => ({
    item: 'premium',
    declared: { ...one, paidOn },
  }));
  const { id } = await desk.call(officer, 'createClaim', { body: { partyId, versionId, lines } });
  await desk.attach(officer, id, '保费发票');
  return id;
}

/** A claim on the level item, by own application. */
export async function levelClaim(desk: SubsidyDesk, versionId: string, partyId: string): Promise<string> {
  const { officer } = desk.hands();
  const { id } = await desk.call(officer, 'createClaim', { body: { partyId, versionId, lines: [{ item: 'level' }] } });
  return id;
}
