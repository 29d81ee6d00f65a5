/** What a jurisdiction pack exports: the reference is the first pack; another district writes another of the same shape. */
export type Jurisdiction = typeof import('@jince/wujiang');

export class JurisdictionError extends Error {
  override name = 'JurisdictionError';
}

export async function loadJurisdiction(name: string): Promise<Jurisdiction> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new JurisdictionError(`JINCE_JURISDICTION 名称不合法：${name}`);
  try {
    return (await import(`@jince/${name}`)) as Jurisdiction;
  } catch (cause) {
    throw new JurisdictionError(`找不到辖区包 jurisdictions/${name}，请检查 JINCE_JURISDICTION。`, { cause });
  }
}
