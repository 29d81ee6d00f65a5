import { createHash } from 'node:crypto';
import type { Ctx } from '../context/context.ts';
import type { SubjectEntry } from '../facts/fact-registry.ts';
import type { Jurisdiction } from '../jurisdiction/jurisdiction.ts';
import { type Alert, alertsOf } from './alert-catalogue.ts';

export type AlertPlace = Jurisdiction['alertSubjects'][number];

/** A kind of subject that alerts are about, and the alerts. */
export interface AlertedKind {
  readonly subject: string;
  readonly place: AlertPlace;
  readonly entry: SubjectEntry;
  readonly alerts: readonly Alert[];
}

export function alertedKinds(ctx: Ctx): AlertedKind[] {
  const { facts, jurisdiction } = ctx.services;
  return jurisdiction.alertSubjects.flatMap((place) => {
    const entry = facts.subjects.get(place.subject);
    const alerts = alertsOf(ctx).filter((alert) => alert.subject === place.subject);
    return entry === undefined ? [] : [{ subject: place.subject, place, entry, alerts }];
  });
}

/** Identifies what the alerts of a kind ask: other rules, other numbers of the law make it another. */
export function definitionsHash({ alerts, place }: AlertedKind): string {
  const asked = alerts.map(({ code, step, rule, due }) => [code, step, rule.canonical, due?.canonical ?? null]);
  return createHash('sha256')
    .update(JSON.stringify([place.town, asked]))
    .digest('hex')
    .slice(0, 16);
}
