import { ReceiptCode } from '../../../web/ui/facts.tsx';
import { LinkButton } from '../../../web/ui/buttons.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { PageHead, Section } from '../../../web/ui/layout.tsx';
import { AddFile, fileFault, type FileOutcome } from './add-file.tsx';
import { Page, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import { windowWordsOf, wordsOf } from './voice.ts';

export type FilePageProps = PublicPage & {
  readonly outcome: FileOutcome;
  /** of the receipt that the file was added from; undefined where it was not ours */
  readonly token: string | undefined;
  /** the receipt's code, as long as it may be shown: the page with it is gone */
  readonly code?: string | undefined;
};

/** After a file was sent from the receipt: what came of it, the code once more, and the next file. */
export function FilePage({ outcome, token, code, ...page }: FilePageProps) {
  const { lang, variety } = page;
  const t = wordsOf(page);
  const own = windowWordsOf(page);
  const fault = fileFault(outcome, page);
  const hasForm = token !== undefined && outcome !== 'advice';
  return (
    <Page {...page} title={own.title} exitToken={token} faults={fault === undefined ? 0 : 1} writing>
      <ErrorSummary faults={fault === undefined ? [] : [{ field: hasForm ? 'fil' : 'innhold', text: fault }]} kept={false} />
      {/* As on the receipt: no code on paper before somebody has said that it is safe. */}
      <div className="vr-receipt">
        <PageHead heading={outcome === 'added' ? own.fileAdded : own.fileHeading} lead={outcome === 'added' ? own.fileAddedAbout : undefined} />
        {code === undefined ? null : <Section heading={t.codeHeading}><ReceiptCode code={code} /><p>{t.codeUse}</p></Section>}
        {hasForm ? <AddFile lang={lang} variety={variety} token={token} outcome={outcome} /> : <LinkButton href={path(lang, 'followUp', variety)}>{own.toCode}</LinkButton>}
        <Section heading={t.leaveHeading}><p>{t.leave}</p></Section>
      </div>
    </Page>
  );
}
