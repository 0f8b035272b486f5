import { z } from 'zod';
import { apiMessage } from './message.ts';

/** Where each part of the sender's API is; the paths stand nowhere else. */
export const API = {
  token: '/api/v1/token', reports: '/api/v1/bekymringsmeldinger', keys: '/api/v1/nokler', schema: '/api/v1/skjema.json', openapi: '/api/v1/openapi.json',
} as const;
/** The one thing a sender may ask leave for. */
export const SCOPE = 'voksenvern:bekymringsmelding.skriv';

/** The message's JSON Schema (draft 2020-12), made from the very schema that judges it. */
export function messageSchema(origin: string): Record<string, unknown> {
  return { $id: `${origin}${API.schema}`, title: 'Bekymringsmelding om en voksen, versjon 1', ...z.toJSONSchema(apiMessage, { target: 'draft-2020-12', io: 'input' }) };
}

const problem = { description: 'Hva som er galt (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
const receipt = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Kvittering' } } } };
const KEY_PARAMETER = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' }, description: 'En ny UUID per melding. Samme nøkkel og innhold igjen gir samme kvittering; meldingen blir aldri dobbel.' };

/** The API as an OpenAPI 3.1 document. */
export function openApi(origin: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Voksenvern: bekymringsmelding fra fagsystem', version: '1.0.0',
      description: 'Sender en bekymringsmelding om en voksen fra et fagsystem. En signert kvittering gis først når meldingen er lagret. Får du ikke svar, send igjen med samme Idempotency-Key.',
    },
    servers: [{ url: origin }],
    components: {
      securitySchemes: { token: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `${origin}${API.token}`, scopes: { [SCOPE]: 'Sende meldinger og se om de er lest' } } } } },
      schemas: {
        Melding: messageSchema(origin),
        Kvittering: {
          type: 'object', required: ['id', 'status', 'mottatt', 'utfall', 'kode', 'kvittering'],
          properties: {
            id: { type: 'string', format: 'uuid', description: 'Samme som Idempotency-Key' }, status: { enum: STATUSES }, mottatt: { type: 'string', format: 'date-time' },
            utfall: { enum: ['lagret', 'gjentatt', 'tillegg'], description: 'tillegg: samme nøkkel, annet innhold. Begge er tatt vare på.' },
            kode: { type: 'string', description: 'Koden som åpner vinduet der mottaket kan spørre den som meldte. Oppbevares som et passord.' },
            kvittering: { type: 'string', description: `JWS (EdDSA), signert av mottaket; nøkkelen ligger på ${API.keys}` },
          },
        },
        Status: { type: 'object', required: ['id', 'status'], properties: { id: { type: 'string', format: 'uuid' }, status: { enum: STATUSES } } },
        Problem: {
          type: 'object', required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' },
            errors: { type: 'array', items: { type: 'object', properties: { pointer: { type: 'string', format: 'json-pointer' }, code: { type: 'string' }, detail: { type: 'string' } } } },
          },
        },
      },
    },
    security: [{ token: [SCOPE] }],
    paths: {
      [API.token]: { post: {
        security: [], summary: 'Hent tilgangstoken (private_key_jwt, RFC 7523)',
        requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', required: ['grant_type', 'client_assertion_type', 'client_assertion'], properties: {
          grant_type: { const: 'client_credentials' }, client_assertion_type: { const: ASSERTION_TYPE }, client_assertion: { type: 'string' }, scope: { const: SCOPE },
        } } } } },
        responses: { 200: { description: 'Token i ti minutter' }, 400: { description: 'Feil i forespørselen' }, 401: { description: 'Ukjent avsender eller ugyldig påstand' } },
      } },
      [API.reports]: { post: {
        summary: 'Send en bekymringsmelding', parameters: [KEY_PARAMETER],
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Melding' } } } },
        responses: {
          200: { description: 'Meldingen var lagret fra før', ...receipt }, 201: { description: 'Meldingen er lagret', ...receipt },
          400: problem, 401: problem, 403: problem, 413: problem, 415: problem, 422: problem, 503: problem,
        },
      } },
      [`${API.reports}/{id}`]: { get: {
        summary: 'Se om meldingen er lest', parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
        responses: { 200: { description: 'Status', content: { 'application/json': { schema: { $ref: '#/components/schemas/Status' } } } }, 401: problem, 404: problem },
      } },
      [API.keys]: { get: { security: [], summary: 'Nøkkelen kvitteringer er signert med (JWKS)', responses: { 200: { description: 'JWKS' } } } },
    },
  };
}

/** The same four states that the window shows, and no more. */
export const STATUSES = ['MOTTATT', 'LEST', 'SPORSMAL', 'LUKKET'] as const;
export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
