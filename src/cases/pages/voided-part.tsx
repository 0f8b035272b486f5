import type { Lang } from '../../kernel/texts.ts';
import { momentWords } from '../../web/ui/moments.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import type { CaseContent } from '../queries/models.ts';
import { endingTexts } from '../texts/ending.ts';
import { casePageTexts } from '../texts/page.ts';
import { nameOf, type Reading } from './answers.tsx';
import type { Ending } from '../voided.ts';

/** A proposal to end the case that fell, until whoever made it has been in the case, or something else is proposed. */
export function VoidedProposal({ model: { state: { voided } }, reading }: { model: CaseContent; reading: Reading }) {
  const { lang } = reading;
  const t = endingTexts[lang];
  if (voided === undefined) return null;
  return (
    <Alert kind="info" heading={t.voided}>
      <p>{t[`fell_${voided.kind}`]} {casePageTexts[lang].by(nameOf(voided.by, reading), momentWords(voided.at, lang))}</p>
      <p>{t.readAnew}</p>
    </Alert>
  );
}

/** The same beside the entry that made it fall. */
export function Voids({ voids, lang }: { voids: Ending | undefined; lang: Lang }) {
  return voids === undefined ? null : <p>{endingTexts[lang][`fell_${voids.kind}`]}</p>;
}
