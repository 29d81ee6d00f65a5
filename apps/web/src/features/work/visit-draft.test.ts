import { describe, expect, it } from 'vitest';
import { addPhotos, bodyOf, changeValues, missingOf, newDraft, queue, refused, removePhoto } from './visit-draft.ts';

const fresh = newDraft({
  id: 'd1',
  account: 'a',
  target: { id: 't1', name: '甲', campaignTitle: '乙' },
  today: '2026-11-22',
  now: 1,
});
const photo = { key: 'p1', name: 'p1.jpg', blob: new Blob(['x']), sent: false };

describe('a visit draft', () => {
  it('merges changes field by field, so that words and photos of two windows both stay', () => {
    const withPhoto = addPhotos(fresh, [photo], 2);
    const merged = withPhoto && changeValues(withPhoto, { summary: '谈了图纸' }, 3);
    const more = merged && changeValues(merged, { result: 'in-progress' }, 4);
    expect(more?.photos).toHaveLength(1);
    expect(more?.values).toMatchObject({ summary: '谈了图纸', result: 'in-progress', visitedOn: '2026-11-22' });
    expect(more && addPhotos(more, [photo], 5)?.photos).toHaveLength(1);
  });

  it('takes a refused or waiting one back to be changed, but not one that the server has', () => {
    expect(changeValues(refused(fresh, '不行'), { summary: '改' }, 2)).toMatchObject({ state: 'draft', reason: null });
    expect(changeValues(queue(fresh), { summary: '改' }, 2)?.state).toBe('draft');
    expect(changeValues({ ...fresh, state: 'sending' }, { summary: '改' }, 2)).toBeUndefined();
    expect(changeValues({ ...fresh, state: 'queued', logged: true }, { summary: '改' }, 2)).toBeUndefined();
  });

  it('lets go of a photo that waits, never of one that is sent', () => {
    const waiting = { ...fresh, photos: [photo, { ...photo, key: 'p2', sent: true }] };
    expect(removePhoto(waiting, 'p1', 2)?.photos.map((one) => one.key)).toEqual(['p2']);
    expect(removePhoto(waiting, 'p2', 2)?.photos).toHaveLength(2);
  });

  it('says what is missing in the order of the form', () => {
    expect(missingOf(fresh.values, '2026-11-22')).toEqual(['result', 'summary']);
    expect(missingOf({ ...fresh.values, visitedOn: '2026-11-23' }, '2026-11-22')[0]).toBe('future');
    const done = { ...fresh.values, result: 'contacted' as const, summary: '已上门' };
    expect(missingOf(done, '2026-11-22')).toEqual([]);
    expect(missingOf({ ...done, nextOn: '2026-11-01' }, '2026-11-22')).toEqual(['nextOn']);
  });

  it('sends empty fields as absent', () => {
    const body = bodyOf({ ...fresh, values: { ...fresh.values, result: 'declined', summary: ' 不办 ' } });
    expect(body).toEqual({
      id: 'd1',
      visitedOn: '2026-11-22',
      channel: 'on-site',
      result: 'declined',
      summary: '不办',
      person: null,
      step: null,
      nextStep: null,
      nextOn: null,
    });
  });
});
