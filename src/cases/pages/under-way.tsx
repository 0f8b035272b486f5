import { momentWords } from '../../web/ui/moments.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import type { CaseContent } from '../queries/models.ts';
import { underWay } from '../receipt.ts';
import { crossingTexts } from '../texts/crossing.ts';
import type { Reading } from './answers.tsx';

/** Sent to another region of this system, which has not taken it: whose it is until then, and how far it has come. */
export function UnderWay({ model: { state, onItsWay }, reading: { lang } }: { model: CaseContent; reading: Reading }) {
  const since = underWay(state);
  const { transfer } = state;
  if (since === undefined || transfer?.to === undefined) return null;
  const t = crossingTexts[lang];
  const failed = onItsWay?.carried_at === null && onItsWay.failed_at !== null ? onItsWay : undefined;
  return (
    <Alert kind={failed === undefined ? 'info' : 'warning'} heading={t.underWay(transfer.to.name)}>
      <p>{t.oursUntil}</p>
      <p>{t.sentAt(momentWords(since, lang))} {onItsWay === undefined || onItsWay.carried_at === null ? t.notThere : t.arrivedAt(momentWords(onItsWay.carried_at, lang))}</p>
      {failed?.failed_at === null || failed === undefined ? null : <p><strong>{failed.failure_code === 'nothing_published' ? t.failedNoKey : t.failed(failed.failure_code ?? '')}</strong> {t.triesAgain(momentWords(failed.failed_at, lang))}</p>}
    </Alert>
  );
}
