import type { Problem } from '@jince/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Services } from '../context/context.ts';
import { AppError } from '../errors/errors.ts';
import { FileTooLarge } from '../files/file-store.ts';
import { type Language, languageOf } from '../i18n/language.ts';
import { fieldSentence } from './field-sentence.ts';

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Whatever was thrown as a refusal with a code of the catalogue; unknown things become 'platform.internal'. */
export function toAppError(
  error: unknown,
  { requestId, maxBytes, language }: { requestId: string; maxBytes: number; language: Language },
): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof FileTooLarge)
    return new AppError('platform.payload-too-large', { limit: megabytes(error.maxBytes) });
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: fieldSentence(issue, language),
    }));
    return new AppError('platform.invalid-input', {}, fields);
  }
  const status = (error as FastifyError).statusCode;
  if (status === 413) return new AppError('platform.payload-too-large', { limit: megabytes(maxBytes) });
  if (status === 429) return new AppError('platform.too-many-requests', { seconds: 60 });
  if (status === 404) return new AppError('platform.route-not-found');
  if (status !== undefined && status >= 400 && status < 500) return new AppError('platform.invalid-input');
  return new AppError('platform.internal', { requestId });
}

/** Answers with an RFC 9457 problem document in the caller's language. */
export function sendProblem(
  services: Services,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const known = toAppError(error, { requestId: request.id, maxBytes: services.config.maxUploadBytes, language });
  if (known.code === 'platform.internal') request.log.error({ err: error }, 'request failed');
  const { status, text } = services.sentence(known, language);
  const document: Problem = {
    type: `/errors/${known.code}`,
    title: text,
    status,
    code: known.code,
    detail: text,
    instance: request.id,
    ...(known.fieldErrors.length > 0 ? { errors: [...known.fieldErrors] } : {}),
    ...(Object.keys(known.params).length > 0 ? { params: { ...known.params } } : {}),
  };
  return reply.code(status).type('application/problem+json').send(document);
}
