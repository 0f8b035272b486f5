import type { ReactElement, ReactNode } from 'react';
import type { Lang } from '../../kernel/texts.ts';
import { refusalText } from '../../web/refusals.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { StaffPage } from '../../web/staff-page.tsx';
import type { FaultLink } from '../../web/ui/error-summary.tsx';
import { PageHead, Stack } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { Tabs } from '../../web/ui/work.tsx';
import { digitalTexts } from '../texts/digital.ts';
import { holdTexts } from '../texts/hold.ts';
import { privacyTexts } from '../texts/page.ts';
import { ARCHIVE, BREACHES, DONE, LISTED_FOR, REQUESTS } from './paths.ts';

const TABS: readonly { readonly part: 'requests' | 'archive' | 'breaches'; readonly href: string; readonly roles: readonly string[] }[] = [
  { part: 'requests', href: REQUESTS, roles: LISTED_FOR },
  { part: 'archive', href: ARCHIVE, roles: ['ARKIVAR', 'LEDER', 'PERSONVERNOMBUD'] },
  { part: 'breaches', href: BREACHES, roles: ['KOORDINATOR', 'LEDER', 'PERSONVERNOMBUD'] },
];

type FrameProps = { request: StaffRequest; title: string; lead?: string | undefined; part: (typeof TABS)[number]['part']; action?: ReactNode; labels?: Readonly<Record<string, string>>; formId?: string; children: ReactNode };

/** The three pages have one frame: a way between those one may open (the reserve, of one request, has none), what was just done, and the faults of a refused form. */
export function PrivacyPage({ request, title, lead, part, action, labels = {}, formId = 'innhold', children }: FrameProps): ReactElement {
  const { lang, refused, person } = request;
  const t = privacyTexts[lang];
  const tabs = TABS.filter(({ roles }) => roles.some((role) => person.roles.includes(role)));
  return (
    <StaffPage request={request} title={title} more="privacy" faults={refused === undefined ? [] : faultLinks(request, labels, formId)}>
      <PageHead heading={title} lead={lead} action={action} />
      <Stack>
        {tabs.length === 0 ? null : <Tabs label={t.parts} items={tabs.map((tab) => ({ label: t[tab.part], href: tab.href, current: tab.part === part }))} />}
        <Done request={request} />
        {children}
      </Stack>
    </StaffPage>
  );
}

function Done({ request: { refused, query, lang } }: { request: StaffRequest }) {
  const t = privacyTexts[lang];
  const words: Readonly<Record<string, string>> = { [DONE.registered]: t.registered, [DONE.saved]: t.saved, [DONE.proposed]: t.proposed, [DONE.confirmed]: t.confirmed, [DONE.withdrawn]: t.withdrawn, [DONE.received]: t.saved };
  const said = words[query.get('gjort') ?? ''];
  return refused !== undefined || said === undefined ? null : <Alert kind="success"><p>{said}</p></Alert>;
}

function words(code: string, lang: Lang): string {
  return refusalText(lang, code, privacyTexts[lang], holdTexts[lang], digitalTexts[lang]);
}

function faultLinks({ refused, lang }: StaffRequest, labels: Readonly<Record<string, string>>, formId: string): FaultLink[] {
  const links = Object.entries(refused?.fields ?? {}).filter(([field]) => labels[field] !== undefined).map(([field, code]) => ({ field, text: privacyTexts[lang].faultAt(labels[field] ?? '', words(code, lang)) }));
  return links.length > 0 || refused === undefined ? links : [{ field: formId, text: words(refused.code, lang) }];
}

/** The sentence for a field's fault, where this form was the one that was refused. */
export function faultOf({ refused, lang }: StaffRequest, field: string): string | undefined {
  const code = refused?.fields?.[field];
  return code === undefined ? undefined : words(code, lang);
}

/** What a field holds: as it was typed where its form was refused, else as it is. */
export function valueOf({ refused, form }: StaffRequest, field: string, known = ''): string {
  return refused !== undefined && form.has(field) ? form.one(field) : known;
}
