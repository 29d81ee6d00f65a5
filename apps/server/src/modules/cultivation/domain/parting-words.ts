/** What the party register says of an enterprise that left. */
export interface Parting {
  readonly status: string | null;
  readonly dissolvedOn: string | null;
  readonly successor: string | null;
}

const STATUS_WORDS: Readonly<Record<string, string>> = {
  deregistered: '已注销',
  revoked: '已被吊销',
  'moved-out': '已迁出本区',
};

/** Why a target is no longer on the list, as an official would put it. */
export function partingWords(
  target: { readonly present: boolean; readonly label: string },
  parting: Parting | undefined,
  stay: string | null,
): string {
  if (parting?.successor) return `“${target.label}”已更名或并入“${parting.successor}”`;
  const status = parting?.status === null || parting === undefined ? undefined : STATUS_WORDS[parting.status];
  if (status !== undefined) return `${status}${parting?.dissolvedOn ? `（${parting.dissolvedOn}）` : ''}`;
  if (!target.present) return '已不在登记中（导入被撤销或登记有更正）';
  return stay === null ? '不再属于本行动的对象' : `不再满足“${stay}”`;
}
