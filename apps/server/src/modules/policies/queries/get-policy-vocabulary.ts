import type { RouteOutput, routes } from '@jince/contract';
import { TRIGGERS } from '@jince/entitlements';
import type { Ctx } from '../../../platform/context/context.ts';
import { nationalProhibitions } from '../domain/prohibitions.ts';

/** What a policy can be written with, and what national rules forbid. */
export async function getPolicyVocabulary(ctx: Ctx): Promise<RouteOutput<typeof routes.getPolicyVocabulary>> {
  const { catalogue } = ctx.services.facts;
  const { language } = ctx;
  const prohibitions = nationalProhibitions();
  const factsOf = (subject: string) =>
    catalogue.factsOf(subject).map(({ path, label, type }) => ({ path, label: label[language], type }));
  return {
    triggers: TRIGGERS.map((code) => {
      const banned = prohibitions.find((one) => one.trigger === code);
      return {
        code,
        prohibited: banned === undefined ? null : { notice: banned.notice, text: banned.text, from: banned.from },
      };
    }),
    kinds: Object.entries(catalogue.findFact('enterprise', 'kind')?.values ?? {}).map(([code, label]) => ({
      code,
      label: label[language],
    })),
    achievements: [
      ...catalogue.collectionsOf('enterprise').map(({ path, items, label }) => ({
        subject: items,
        collection: path,
        label: label[language],
        facts: factsOf(items),
      })),
      {
        subject: 'enterprise',
        collection: null,
        label: catalogue.findSubject('enterprise')?.label[language] ?? 'enterprise',
        facts: factsOf('enterprise'),
      },
    ],
  };
}
