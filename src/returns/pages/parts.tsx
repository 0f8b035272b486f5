import type { ReactElement } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { Tag } from '../../web/ui/surfaces.tsx';
import { RECEIVER, type Receiver } from '../codes.ts';
import type { Sent } from '../queries/returns.ts';
import type { ReturnStatus } from '../return.ts';
import { returnTexts } from '../texts.ts';
import { dayText } from './words.ts';

export function StateTag({ status, lang }: { status: ReturnStatus; lang: Lang }): ReactElement {
  const tone = { PREPARED: 'accent', LOCKED: 'success', WITHDRAWN: 'neutral' } as const;
  return <Tag tone={tone[status]} symbol={status === 'LOCKED' ? 'lock' : undefined}>{returnTexts[lang][status]}</Tag>;
}

export function sentText(sent: readonly Sent[], lang: Lang): string {
  const t = returnTexts[lang];
  return sent.length === 0 ? t.notSent : sent.map(({ receiver, on }) => t.sentTo(receiverText(receiver, lang), dayText(on, lang))).join('; ');
}

export function receiverText(receiver: string, lang: Lang): string {
  return RECEIVER.is(receiver) ? RECEIVER.label(receiver, lang) : receiver;
}

export function receiverOptions(lang: Lang, codes: readonly Receiver[] = RECEIVER.codes): { value: Receiver; label: string }[] {
  return codes.map((code) => ({ value: code, label: RECEIVER.label(code, lang) }));
}
