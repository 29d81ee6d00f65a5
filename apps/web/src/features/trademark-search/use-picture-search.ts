import type { PictureAnswerView } from '@jince/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { routes, urlOf } from '../../lib/api.ts';
import { sendFile } from '../../lib/send-form.ts';

interface Asked {
  readonly file: File;
  readonly filters: Readonly<Record<string, string>>;
}

/** Searches by a picture; the picture itself stays in the browser for showing. */
export function usePictureSearch(filters: Readonly<Record<string, string>>) {
  const [file, setFile] = useState<File>();
  const [src, setSrc] = useState<string>();
  const search = useMutation({
    mutationFn: (asked: Asked) => {
      const { text: _text, by: _by, ...fields } = asked.filters;
      return sendFile<PictureAnswerView>(urlOf(routes.searchPicture), asked.file, fields);
    },
  });
  const { mutate } = search;
  const question = JSON.stringify(filters);
  useEffect(() => {
    if (file !== undefined) mutate({ file, filters: JSON.parse(question) as Record<string, string> });
  }, [file, question, mutate]);
  useEffect(() => {
    if (file === undefined) return;
    const url = URL.createObjectURL(file);
    setSrc(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return { search, src, setFile };
}
