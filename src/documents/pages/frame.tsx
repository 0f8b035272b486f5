import type { ReactElement, ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import type { AssetName } from '../../web/assets.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import type { Refresh } from '../../web/ui/document.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { PageHead, Stack } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { documentTexts } from '../texts/page.ts';
import { DONE } from './paths.ts';

type FrameProps = { request: StaffRequest; title: string; lead?: ReactNode; action?: ReactNode; labels?: Readonly<Record<string, string>>; refresh?: Refresh | undefined; scripts?: readonly AssetName[]; children: ReactNode };

/** The pages about reports have one frame: what was just done, and the faults of a refused form. */
export function ReportFrame({ request, title, lead, action, labels = {}, refresh, scripts, children }: FrameProps): ReactElement {
  return (
    <StaffPage request={request} title={title} current="figures" more="reports" faults={faultLinks(request, labels)} refresh={refresh} scripts={scripts}>
      <PageHead heading={title} lead={lead} action={action} />
      <Stack gap="l"><Said request={request} />{children}</Stack>
    </StaffPage>
  );
}

function Said({ request: { refused, query, lang } }: { request: StaffRequest }) {
  const t = documentTexts[lang];
  const words: Readonly<Record<string, string>> = { [DONE.begun]: t.done_begun, [DONE.saved]: t.done_saved, [DONE.sent]: t.done_sent, [DONE.approved]: t.done_approved, [DONE.corrected]: t.done_corrected, [DONE.asked]: t.done_asked };
  const said = words[query.get('gjort') ?? ''];
  return refused !== undefined || said === undefined ? null : <Alert kind="success"><p>{said}</p></Alert>;
}

function words(code: string, lang: Lang): string {
  return refusalText(lang, code, documentTexts[lang]);
}

function faultLinks({ refused, lang }: StaffRequest, labels: Readonly<Record<string, string>>): FaultLink[] {
  const links = Object.entries(refused?.fields ?? {}).filter(([field]) => labels[field] !== undefined).map(([field, code]) => ({ field, text: documentTexts[lang].faultAt(labels[field] ?? '', words(code, lang)) }));
  return links.length > 0 || refused === undefined ? links : [{ field: 'innhold', text: words(refused.code, lang) }];
}

/** The sentence for a field's fault, where this form was the one that was refused. */
export function faultOf({ refused, lang }: StaffRequest, field: string): string | undefined {
  const code = refused?.fields?.[field];
  return code === undefined ? undefined : words(code, lang);
}

/** What a field holds: as it was typed where its form was refused or fetched back, else as it is. */
export function valueOf({ refused, form }: StaffRequest, field: string, known = ''): string {
  return refused !== undefined && form.has(field) ? form.one(field) : known;
}
