import { osloDay, addMs } from '../../kernel/time.ts';
import { Button, ChipButton, LinkButton, TextLink } from '../../web/ui/buttons.tsx';
import { Face, Faces } from '../../web/ui/facts.tsx';
import { Form, Quiet, Section } from '../../web/ui/layout.tsx';
import { dateWords, dayWords } from '../../web/ui/moments.ts';
import { Details, Tags } from '../../web/ui/surfaces.tsx';
import { Timeline } from '../../web/ui/time-line.tsx';
import { ACCESS_REASON } from '../choices.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseColleague, CaseContent, WhoLooked } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import type { Reading } from './answers.tsx';
import { usualEnd } from './known.ts';
import { EmergencyPart } from './emergency-part.tsx';
import { LookedPart } from './looked-part.tsx';
import { mayStep, stepLabel } from './next-parts.tsx';
import { lookedInCasePath, stepPath } from './paths.ts';
import { RightsPart } from './rights-part.tsx';
import { isOfTheCase, timeLineItems } from './time-line.tsx';

type PartProps = { model: CaseContent; reading: Reading };

/** Who can read this case, why, and until when; one tap to let somebody in; and who has looked. */
export function AccessPart({ model, reading, looked }: PartProps & { looked?: WhoLooked | undefined }) {
  const { lang } = reading;
  const t = casePageTexts[lang];
  const inside = model.colleagues.filter(({ access, excluded }) => access !== undefined && !excluded);
  const excluded = model.colleagues.filter((one) => one.excluded);
  const changes = timeLineItems(model.journal.filter((event) => !isOfTheCase(event)), reading);
  return (
    <>
      <Section heading={t.hasAccess}>
        <p><Quiet>{t.hasAccessLead}</Quiet></p>
        <Faces>{inside.map((one) => <Face key={one.userId} name={one.name} role={`${one.unit} · ${howWords(one, model, lang)}`} action={<EndAccess colleague={one} model={model} reading={reading} />} />)}</Faces>
      </Section>
      {mayStep(model, 'grantAccess') ? <LetIn model={model} reading={reading} /> : null}
      <EmergencyPart model={model} reading={reading} />
      <RightsPart model={model} reading={reading} />
      {excluded.length === 0 ? null : <Section heading={t.excluded}><Faces>{excluded.map((one) => <Face key={one.userId} name={one.name} role={t.excludedRole} />)}</Faces></Section>}
      {mayStep(model, 'declareImpartiality') ? <Section heading={t.connectedHeading}><p>{t.connectedLead}</p><p><LinkButton href={stepPath(model.fileId, 'declareImpartiality')}>{stepLabel('declareImpartiality', model, lang)}</LinkButton></p></Section> : null}
      {looked === undefined ? null : <LookedPart looked={looked} lang={lang} grants={model.state.grants} href={(page) => lookedInCasePath(model.fileId, page)} />}
      {changes.length === 0 ? null : <Section heading={t.accessChanges}><Timeline label={t.accessChanges} items={changes} /></Section>}
    </>
  );
}

function howWords({ access }: CaseColleague, { now }: CaseContent, lang: Reading['lang']): string {
  if (access === undefined) return '';
  const how = caseTexts[lang][`standing.${access.how}`];
  return access.until === undefined ? how : `${how}, ${casePageTexts[lang].until(dayWords(osloDay(addMs(access.until, -1)), now, lang))}`;
}

function EndAccess({ colleague, model, reading: { lang } }: PartProps & { colleague: CaseColleague }) {
  if ((colleague.access?.how !== 'granted' && colleague.access?.how !== 'restricted' && (colleague.access?.how !== 'supervision' || colleague.access.until === undefined)) || !mayStep(model, 'endAccess')) return null;
  return (
    <Form action={stepPath(model.fileId, 'endAccess')} hidden={{ accessTo: colleague.userId, formId: model.newId }}>
      <Button small variant="tertiary" label={`${caseTexts[lang]['step.endAccess']}: ${colleague.name}`}>{caseTexts[lang]['step.endAccess']}</Button>
    </Form>
  );
}

/** The team as names; a tap on the reason lets somebody in, and it ends by itself. */
function LetIn({ model, reading: { lang } }: PartProps) {
  const t = casePageTexts[lang];
  const outside = model.colleagues.filter(({ canBeGranted, access }) => canBeGranted && (access === undefined || access.how === 'emergency'));
  if (outside.length === 0) return <Section heading={caseTexts[lang]['step.grantAccess']}><p><Quiet>{t.everybodyIn}</Quiet></p></Section>;
  return (
    <Section heading={caseTexts[lang]['step.grantAccess']}>
      <p>{t.letInLead(dateWords(usualEnd(model.now), lang))} <TextLink href={stepPath(model.fileId, 'grantAccess')}>{t.otherDay}</TextLink></p>
      <div>{outside.map((one) => <Reasons key={one.userId} colleague={one} model={model} lang={lang} />)}</div>
    </Section>
  );
}

function Reasons({ colleague, model, lang }: { colleague: CaseColleague; model: CaseContent; lang: Reading['lang'] }) {
  return (
    <Details summary={<Face name={colleague.name} role={colleague.unit} />}>
      <Form action={stepPath(model.fileId, 'grantAccess')} hidden={{ accessTo: colleague.userId, until: usualEnd(model.now), formId: model.newId }}>
        <Tags>{ACCESS_REASON.codes.filter((code) => (code === 'TILSYN') === colleague.roles.includes('TILSYN')).map((code) => <ChipButton key={code} name="accessReason" value={code}>{ACCESS_REASON.label(code, lang)}</ChipButton>)}</Tags>
      </Form>
    </Details>
  );
}
