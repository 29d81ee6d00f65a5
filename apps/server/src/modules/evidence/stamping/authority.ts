import type { Config } from '../../../platform/config/config.ts';

export interface Authority {
  readonly url: string;
  /** PEM file of the authorities the stamp's certificate must lead to. */
  readonly caFile: string | undefined;
}

/** The time-stamp authority the settings name; undefined: no stamps are asked for. */
export function authorityOf(config: Config): Authority | undefined {
  const { url, caFile } = config.tsa;
  return url === undefined ? undefined : { url, caFile };
}
