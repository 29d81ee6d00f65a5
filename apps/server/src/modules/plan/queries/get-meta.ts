import { industryCodes } from '@jince/law';
import { demoAccounts, findDemoParties } from '../../../platform/auth/index.ts';
import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import { giChannelLabels, patentKindLabels, patentStatusLabels, trademarkStatusLabels } from '../../ip-rights/index.ts';
import { membershipKindLabels, partyKindLabels, partyStatusLabels } from '../../parties/index.ts';

/** What every page needs before any record: district, places, enumerations in the reader's language. Holds nothing confidential. */
export async function getMeta(ctx: Ctx) {
  const pack = ctx.services.jurisdiction;
  const { district, config } = ctx.services;
  const list = (labels: Readonly<Record<string, Bilingual>>) =>
    Object.entries(labels).map(([code, label]) => ({ code, label: label[ctx.language] }));
  const demo = district.demo && config.mode === 'demo';
  const own = demo ? await findDemoParties(ctx) : [];
  const accounts = demo ? [...demoAccounts(ctx.services), ...own] : [];
  return {
    product: 'Jince 锦策',
    version: '0.1.0',
    district,
    demoAccounts: accounts.map(({ username, password, label }) => ({ username, password, label })),
    towns: pack.towns.map((town) => ({
      code: town.code,
      name: town.name,
      short: town.shortName,
      zoneCode: pack.findZoneOfTown(town.code)?.code ?? null,
      column: town.cartogram.column,
      row: town.cartogram.row,
    })),
    zones: pack.zones.map((zone) => ({ code: zone.code, name: zone.name, short: zone.planName })),
    industries: industryCodes.map((industry) => ({ ...industry })),
    enumerations: {
      partyKind: list(partyKindLabels),
      partyStatus: list(partyStatusLabels),
      membership: list(membershipKindLabels),
      patentKind: list(patentKindLabels),
      patentStatus: list(patentStatusLabels),
      trademarkStatus: list(trademarkStatusLabels),
      giChannel: list(giChannelLabels),
    },
  };
}
