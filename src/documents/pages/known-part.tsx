import type { ReactElement } from 'react';
import type { Day } from '../../kernel/time.ts';
import type { StaffRequest } from '../../web/route.tsx';
import { TextLink } from '../../web/ui/buttons.tsx';
import { Quiet, Section } from '../../web/ui/layout.tsx';
import { Details } from '../../web/ui/surfaces.tsx';
import type { Typed } from '../lines.ts';
import { dayWords } from '../months.ts';
import type { PartCode } from '../plan.ts';
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
  const said = meetings ? { heading: t.knownMeetings, lead: t.knownYearLead } : part.code === 'KOMPETANSE' ? { heading: t.knownCourses, lead: t.knownCourseLead } : { heading: t.knownOutreach, lead: t.knownDayLead };
  const list = <ul>{known.map((line, at) => <li key={at}>{lineWords(part.code, line, request)}</li>)}</ul>;
  const link = meetings ? { href: KEPT_MEETINGS, words: t.toMeetings } : { href: KEPT_OUTREACH, words: t.toOutreach };
  return (
    <Section heading={said.heading}>
      {known.length > AT_A_GLANCE ? <Details summary={t.knownCount(known.length)}>{list}</Details> : list}
      <p><Quiet>{said.lead}</Quiet></p>
      {!meetings || person.roles.some((role) => OF_THE_TEAM.includes(role)) ? <p><TextLink href={link.href}>{link.words}</TextLink></p> : null}
    </Section>
  );
}

/** Each list of what is known has columns of its own (known-lines.ts). */
function lineWords(part: PartCode, { on = '', channel = '', reached = '', course = '', role = '', count = '' }: Typed, { lang }: StaffRequest): string {
  const t = documentTexts[lang];
  if (part === 'TEAMET') return t.heldIn(on.slice(0, 4), Number(count));
  if (part === 'KOMPETANSE') return [role === '' ? course : `${course} (${role})`, ...(count === '' ? [] : [t.reachedSo(Number(count))])].join(', ');
  return [`${dayWords(on as Day, lang)}: ${channel}`, ...(reached === '' ? [] : [t.reachedSo(Number(reached))])].join(', '); // a line that the product knows has its day
}
