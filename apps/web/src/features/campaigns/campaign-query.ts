import type { RouteInput, RouteOutput } from '@jince/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type routes } from '../../lib/api.ts';

export type CampaignList = RouteOutput<typeof routes.listCampaigns>;
export type Template = CampaignList['templates'][number];
export type RulePreview = RouteOutput<typeof routes.previewCampaign>;
export type RuleChange = RouteOutput<typeof routes.previewCampaignRule>;
export type Assignment = RouteInput<typeof routes.assignWorkItems>['body'];
export type AssignmentEffect = RouteOutput<typeof routes.assignWorkItems>;

export const campaignsQuery = (language: string) =>
  queryOptions({
    queryKey: ['campaigns', language],
    queryFn: ({ signal }) => api.listCampaigns({ query: {} }, signal),
  });

export const campaignQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['campaign', id, language],
    queryFn: ({ signal }) => api.getCampaign({ params: { id } }, signal),
  });

/** Whom a rule selects now. A rule that does not hold together is answered with its problems, not refused. */
export const rulePreviewQuery = (targetRule: string, successRule: string, language: string) =>
  queryOptions({
    queryKey: ['campaign-preview', targetRule, successRule, language],
    queryFn: ({ signal }) =>
      api.previewCampaign({ body: { targetRule, ...(successRule.trim() ? { successRule } : {}) } }, signal),
    enabled: targetRule.trim() !== '',
    placeholderData: keepPreviousData,
  });

export const ruleChangeQuery = (id: string, targetRule: string, successRule: string, language: string) =>
  queryOptions({
    queryKey: ['campaign-rule-preview', id, targetRule, successRule, language],
    queryFn: ({ signal }) => api.previewCampaignRule({ params: { id }, body: { targetRule, successRule } }, signal),
    enabled: targetRule.trim() !== '',
    placeholderData: keepPreviousData,
  });

export const assigneesQuery = queryOptions({
  queryKey: ['assignees'],
  queryFn: ({ signal }) => api.listAssignees({}, signal),
});
