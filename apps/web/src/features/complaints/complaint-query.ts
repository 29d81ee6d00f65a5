import type { MatterLine } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';

export const LIST = '/protection/complaints';
export const matterHref = (id: string) => `${LIST}/${id}`;

/** What changes when a matter moves. */
export const matterKeys = (id: string) => [['complaint', id], ['complaints'], ['desk']] as const;

const TONES: Readonly<Record<string, Tone>> = {
  open: 'info',
  waiting: 'plain',
  done: 'good',
  refused: 'plain',
  withdrawn: 'plain',
};

export const matterTone = (matter: Pick<MatterLine, 'standing' | 'state'>): Tone =>
  matter.state === 'registered' || matter.state === 'decided' ? 'warn' : (TONES[matter.standing] ?? 'plain');

export function useComplaintForm() {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['complaint-form', i18n.language],
    queryFn: ({ signal }) => api.getComplaintForm({}, signal),
    staleTime: 600_000,
  });
}
