import type { ReactElement, ReactNode } from 'react';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { PageHead, Stack } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { returnTexts } from '../texts.ts';
import { DONE } from './paths.ts';

/** Fields of the forms here, with the key of their label. */
export const LABELS = ['schema', 'period', 'form', 'nobodyHas', 'kind', 'receiver', 'sentOn', 'purpose', 'approval', 'endsOn'] as const;
export const FORM_ID = 'neste';

type FrameProps = { readonly request: StaffRequest; readonly title: string; readonly lead?: string | undefined; readonly action?: ReactNode; readonly children: ReactNode };

/** Both pages: what was just done, and the faults of a refused form. */
export function ReturnFrame({ request, title, lead, action, children }: FrameProps): ReactElement {
  return (
    <StaffPage request={request} title={title} current="figures" faults={faultLinks(request)}>
      <PageHead heading={title} lead={lead} action={action} />
      <Stack gap="l"><Done request={request} />{children}</Stack>
    </StaffPage>
  );
}

function Done({ request: { refused, query, lang } }: { request: StaffRequest }) {
  const t = returnTexts[lang];
  const words: Readonly<Record<string, string>> = {
    [DONE.prepared]: t.done_prepared, [DONE.locked]: t.done_locked, [DONE.withdrawn]: t.done_withdrawn, [DONE.sent]: t.done_sent, [DONE.proposed]: t.done_proposed, [DONE.decided]: t.done_decided, [DONE.ended]: t.done_ended,
  };
  const said = words[query.get('gjort') ?? ''];
  return refused !== undefined || said === undefined ? null : <Alert kind="success"><p>{said}</p></Alert>;
}

function faultLinks({ refused, form, lang }: StaffRequest): FaultLink[] {
  if (refused === undefined) return [];
  const t = returnTexts[lang];
  const called = form.has('purpose') ? { ...t, receiver: t.rowsTo } : t; // rows are to be had, and tables were
  const links = LABELS.flatMap((field): FaultLink[] => {
    const code = refused.fields?.[field];
    return code === undefined ? [] : [{ field, text: t.faultAt(called[field], refusalText(lang, code, t)) }];
  });
  return links.length > 0 ? links : [{ field: FORM_ID, text: refusalText(lang, refused.code, t) }];
}

/** The sentence for a field's fault. */
export function faultOf({ refused, lang }: StaffRequest, field: string): string | undefined {
  const code = refused?.fields?.[field];
  return code === undefined ? undefined : refusalText(lang, code, returnTexts[lang]);
}

/** As it was typed where the form was refused. */
export function typedIn({ refused, form }: StaffRequest, field: string, usual = ''): string {
  return refused !== undefined && form.has(field) ? form.one(field) : usual;
}
