import type { AgencyDesk } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';

export type Desk = AgencyDesk;

/** Where the own agency stands with the office. */
export function useDesk() {
  const { i18n } = useTranslation();
  const { partyId } = useOwnParty();
  return useQuery({
    queryKey: ['agency-desk', partyId, i18n.language],
    queryFn: ({ signal }) => api.getAgencyDesk({ params: { id: partyId } }, signal),
  });
}

/** Begins a registration (no agency yet) or a change, and opens it. */
export function useBeginRequest() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (desk: Desk) =>
      api.createAgencyRequest({
        body:
          desk.agency === null
            ? { kind: 'registration', partyId: desk.partyId }
            : { kind: 'change', agencyId: desk.agency.id },
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['agency-desk'] });
      void navigate(`/file/requests/${id}`);
    },
  });
}

export function useBeginReport() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (of: { agencyId: string; year: number }) => api.createAnnualReport({ body: of }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['agency-desk'] });
      void navigate(`/annual-reports/${id}`);
    },
  });
}
