import type { ReactElement } from 'react';
import { dialogueBoxFaults, DialogueDone, dialogueFaults, DialoguePart, dialogueTexts } from '../../reports/public.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Stack } from '../../web/ui/layout.tsx';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent, CaseReport } from '../queries/models.ts';
import { CaseFrame } from './case-page.tsx';
import { ContactCard } from './contact-card.tsx';
import { refusalWords } from './faults.ts';
import { casePath, dialoguePath } from './paths.ts';

/** The talk with whoever sent one report of the case, under the case's own head. */
export function DialoguePage({ model, report, request }: { model: CaseContent; report: CaseReport; request: StaffRequest }): ReactElement {
  const { lang, refused, form, query } = request;
  const t = casePageTexts[lang];
  const here = dialoguePath(model.fileId, report.fileId);
  return (
    <CaseFrame model={model} request={request} aside={<ContactCard model={model} lang={lang} />} faults={faultsOf(request)} saved={<DialogueDone done={query.get('gjort')} lang={lang} />}>
      <Stack>
        <p><TextLink href={casePath(model.fileId)}>{dialogueTexts[lang].back}</TextLink> · {t.report(report.reference)}</p>
        <DialoguePart dialogue={report.dialogue} window={report.window} messageId={model.newId} readBefore={report.readPartsBefore} names={model.names} lang={lang} level={2} typed={form} refused={refused}
          paths={{ ask: `${here}/sporsmal`, close: `${here}/lukk-vindu`, file: (no, original) => `${here}/vedlegg/${no}${original ? '?original=ja' : ''}` }} />
      </Stack>
    </CaseFrame>
  );
}

function faultsOf({ refused, lang }: StaffRequest) {
  if (refused === undefined) return [];
  const links = [...Object.entries(dialogueBoxFaults(refused, lang)).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }])), ...dialogueFaults(refused, lang)];
  return links.length > 0 ? links : [{ field: 'samtale', text: refusalWords(refused.code, lang) }];
}
