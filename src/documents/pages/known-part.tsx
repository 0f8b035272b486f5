import type { ReactElement } from 'react';
import type { Day } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Quiet, Section } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import type { Typed } from '../lines.ts';
import { dayWords } from '../months.ts';
import type { OpenPart } from '../queries/open.ts';
import { documentTexts } from '../texts/page.ts';
import { KEPT_MEETINGS, KEPT_OUTREACH } from './paths.ts';

/** So many lines are read at a glance; more unfold, so that what is to be written stays near. */
const AT_A_GLANCE = 6;
/** A leader writes in reports, and has no page of the team's meetings. */
const OF_THE_TEAM: readonly string[] = ['KOORDINATOR', 'TEAMMEDLEM'];

/** What stands in a part although nobody has written it, to be read, with where it is kept. It is no field: saving the part writes none of it. */
export function KnownPart({ model: { part, known }, request }: { model: OpenPart; request: StaffRequest }): ReactElement | null {
  if (known.length === 0) return null;
  const { lang, person } = request;
  const t = documentTexts[lang];
  const meetings = part.code === 'TEAMET';
  const list = <ul>{known.map((line, at) => <li key={at}>{meetings ? t.heldIn((line['on'] ?? '').slice(0, 4), Number(line['count'])) : outreachWords(line, request)}</li>)}</ul>;
  const link = meetings ? { href: KEPT_MEETINGS, words: t.toMeetings } : { href: KEPT_OUTREACH, words: t.toOutreach };
  return (
    <Section heading={meetings ? t.knownMeetings : t.knownOutreach}>
      {known.length > AT_A_GLANCE ? <Details summary={t.knownCount(known.length)}>{list}</Details> : list}
      <p><Quiet>{meetings ? t.knownYearLead : t.knownDayLead}</Quiet></p>
      {!meetings || person.roles.some((role) => OF_THE_TEAM.includes(role)) ? <p><TextLink href={link.href}>{link.words}</TextLink></p> : null}
    </Section>
  );
}

function outreachWords({ on = '', channel = '', reached = '' }: Typed, { lang }: StaffRequest): string {
  const t = documentTexts[lang];
  return [`${dayWords(on as Day, lang)}: ${channel}`, ...(reached === '' ? [] : [t.reachedSo(Number(reached))])].join(', '); // a line that the product knows has its day
}
