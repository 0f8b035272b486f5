import { SECOND } from '../time.ts';
import { SENT, type Sent } from './sent.ts';

/** One short text to one telephone. `id`: the gateway takes the same id once, however often it is sent. */
export type Sms = { readonly to: string; readonly id: string; readonly text: string };

/** The port that every gateway is plugged in at. */
export type SmsGateway = { readonly send: (sms: Sms) => Promise<Sent> };

const PATIENCE_MS = 15 * SECOND;
/** Then nobody was there to take it. */
const NOBODY_THERE = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

/** A gateway that takes `{"to","text","id"}` as a JSON POST, with a bearer token and the id as Idempotency-Key. Any 2xx is «taken». */
export function openSmsGateway(url: string, token: string | undefined, patience = PATIENCE_MS): SmsGateway {
  return {
    send: async (sms) => {
      try {
        const answer = await fetch(url, {
          method: 'POST', redirect: 'error', signal: AbortSignal.timeout(patience), body: JSON.stringify(sms),
          headers: { 'content-type': 'application/json', 'idempotency-key': sms.id, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
        });
        await answer.body?.cancel();
        return answer.ok ? SENT : { kind: 'failed', code: `http_${answer.status}` };
      } catch (error) {
        return NOBODY_THERE.test(causeOf(error)) ? { kind: 'failed', code: 'no_connection' } : { kind: 'unknown', code: 'no_answer' };
      }
    },
  };
}

function causeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}
