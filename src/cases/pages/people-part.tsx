import { addMs, osloDay } from '../../kernel/time.ts';
import type { Lang } from '../../kernel/texts.ts';
import { AGE_BAND, GENDER } from '../../people/codes.ts';
import { localWords } from '../../regions/codes.ts';
import { basisWords, CONSENT, RELATION, REPORTER, SERVICE, VIOLENCE, VULNERABILITY } from '../../reports/codes.ts';
import { Alert } from '../../web/ui/surfaces.tsx';
import { DescriptionList, Face, Faces, type Fact } from '../../web/ui/facts.tsx';
import { Quiet, Row, Section, Written } from '../../web/ui/layout.tsx';
import { dateWords, momentWords } from '../../web/ui/moments.ts';
import type { CaseState } from '../case.ts';
import { ANSWER } from '../choices.ts';
import { deputyOf } from '../deputy.ts';
import { casePageTexts } from '../texts/page.ts';
import type { CaseContent } from '../queries/models.ts';
import { caseTexts } from '../texts.ts';
import { nameOf, type Reading } from './answers.tsx';
import { contactFacts } from './contact-card.tsx';
import { AskForDuplicates } from './duplicates-page.tsx';
import { AroundPart, SharingPart } from './sharing-part.tsx';
import { AddressPart, VaultPart } from './secrecy-part.tsx';
import { JoinedPart } from './joined-part.tsx';
import { StepLink } from './step-link.tsx';
import { worksWords } from './works-words.ts';
import { InformedPart, VoicePart } from './voice-part.tsx';
import { newestWish } from '../voice.ts';
import { suspectNames } from '../ways.ts';

type Line = readonly [term: string, text: string | undefined];

/** Whom the case is about, who reported, who is suspected, and who works on it. */
export function PeoplePart({ model, reading, query }: { model: CaseContent; reading: Reading; query: URLSearchParams }) {
  const { state } = model;
  const { lang } = reading;
  const t = casePageTexts[lang];
  return (
    <>
      <Section heading={t.thePerson}>
        <DescriptionList items={[...facts(personLines(state, reading)), ...wish(state, lang)]} />
        <CorrectedLine model={model} reading={reading} />
        <StepLink step="recordPerson" words={t.changePersonFacts} model={model} reading={reading} />
        <JoinedPart model={model} reading={reading} />
      </Section>
      <AddressPart model={model} reading={reading} />
      <Section heading={t.beforeContact}>
        <Alert kind="warning"><p><strong>{t.silence}</strong></p></Alert>
        <DescriptionList items={[...contactFacts(model, lang), ...facts(reachLines(model, lang))]} />
        <Row>{(['closeWay', 'recordReservation', 'recordInterpreter'] as const).map((step) => <StepLink key={step} step={step} model={model} reading={reading} />)}</Row>
      </Section>
      <VoicePart model={model} reading={reading} />
      <InformedPart model={model} reading={reading} />
      <Section heading={t.theSuspect}><DescriptionList items={facts(suspectLines(state, lang))} /></Section>
      {model.asker.standing === 'coordinator' ? <AskForDuplicates fileId={model.fileId} lang={lang} /> : null}
      <AroundPart model={model} reading={reading} />
      <SharingPart model={model} reading={reading} query={query} />
      <Section heading={t.theReporter}>
        <VaultPart model={model} reading={reading} />
        <DescriptionList items={[...facts(reporterLines(state, lang)), ...basisText(state, lang)]} />
      </Section>
      <Section heading={t.atWork}>
        <Faces>
          {state.lead === undefined ? null : <Face name={nameOf(state.lead, reading)} role={caseTexts[lang].caseLead} />}
          <StandIn model={model} reading={reading} />
          {model.colleagues.filter(({ access, userId }) => access?.how === 'granted' && userId !== state.lead).map((one) => <Face key={one.userId} name={one.name} role={one.unit} />)}
        </Faces>
        {state.lead === undefined ? <p>{caseTexts[lang].caseLead}: {t.nobodyYet.toLocaleLowerCase(lang)}</p> : null}
      </Section>
    </>
  );
}

/** That something was put right, and by what; what was said before stands in the journal. */
function CorrectedLine({ model: { state }, reading }: { model: CaseContent; reading: Reading }) {
  const last = state.corrections.at(-1);
  return last === undefined ? null : <p><Quiet>{casePageTexts[reading.lang].correctedLast(momentWords(last.at, reading.lang), nameOf(last.by, reading), last.knownFrom)}</Quiet></p>;
}

function StandIn({ model: { state, now }, reading }: { model: CaseContent; reading: Reading }) {
  const deputy = deputyOf(state);
  if (deputy === undefined || deputy.until <= now) return null;
  const role = `${caseTexts[reading.lang]['field.deputy']}, ${dateWords(osloDay(deputy.from), reading.lang)}–${dateWords(osloDay(addMs(deputy.until, -1)), reading.lang)}`;
  return <Face name={nameOf(deputy.userId, reading)} role={role} />;
}

function facts(lines: readonly Line[]): Fact[] {
  return lines.flatMap(([term, text]) => (text === undefined || text === '' ? [] : [{ term, value: text }]));
}

function personLines({ start, classification, owner }: CaseState, { lang, municipalities }: Reading): Line[] {
  const t = casePageTexts[lang];
  const { gender, ageBand, services, local } = classification ?? start;
  return [
    [t.name, start.person.name], [t.alias, start.person.alias], [t.birthYear, start.person.birthYear?.toString()],
    [caseTexts[lang]['field.ageBand'], ageBand && AGE_BAND.label(ageBand, lang)], [caseTexts[lang]['field.gender'], gender && GENDER.label(gender, lang)],
    [caseTexts[lang]['field.violence'], start.violence.map((code) => localWords('VOLDSTYPE', code, VIOLENCE.label(code, lang), start.local, lang)).join(' · ')], [t.livesIn, owner === undefined ? undefined : municipalities[owner]], [t.vulnerability, start.vulnerability.map((code) => localWords('SAARBARHET', code, VULNERABILITY.label(code, lang), start.local, lang)).join(' · ')],
    [t.services, services.map((code) => localWords('TJENESTE', code, SERVICE.label(code, lang), local, lang)).join(' · ')],
  ];
}

function wish(state: CaseState, lang: Lang): Fact[] {
  const said = newestWish(state);
  return said === undefined ? [] : [{ term: caseTexts[lang]['field.wish'], value: <Written text={said} /> }];
}

/** Numbers and addresses stand here and nowhere else, each with whether it may be used. */
function reachLines(model: CaseContent, lang: Lang): Line[] {
  const t = casePageTexts[lang];
  const { start } = model.state;
  const { phone, address } = start.person;
  return [
    [t.phone, phone === undefined ? undefined : `${phone} – ${start.mode === 'D' ? t.phoneSafe : t.notGivenAsSafe}`],
    [t.address, model.veils.address === 'hidden' ? t.addressHidden : address === undefined ? undefined : `${address} – ${t.notGivenAsSafe}`],
  ];
}

/** Where whoever reported did not name the suspected abuser, those whom the team holds to be it are named. */
function suspectLines(state: CaseState, lang: Lang): Line[] {
  const { start } = state;
  const t = casePageTexts[lang];
  const answer = (code: CaseState['start']['livesTogether']) => (code === undefined ? undefined : ANSWER.label(code, lang));
  return [
    [t.name, start.suspectName ?? (suspectNames(state).join(' · ') || t.notStated)], [t.relation, start.relation.map((code) => RELATION.label(code, lang)).join(' · ')],
    [t.together, answer(start.livesTogether)], [t.hasCare, answer(start.hasCareOrGuardian)], [t.works, worksWords(start, lang)],
  ];
}

function reporterLines({ start }: CaseState, lang: Lang): Line[] {
  const t = casePageTexts[lang];
  const { reporter, consent, basis, contactedWhen } = start;
  return [
    [t.who, localWords('MELDER', reporter.code, REPORTER.label(reporter.code, lang), reporter.local, lang)], [t.name, reporter.name ?? (start.mode === 'B' ? t.anonymous : undefined)], [t.workplace, reporter.service], [t.phone, reporter.phone],
    [t.helper, start.helper && (start.helper.who ?? ANSWER.label('JA', lang))],
    [t.wantsAnswer, start.mode !== 'D' ? ANSWER.label(reporter.wantsFeedback ? 'JA' : 'NEI', lang) : undefined],
    [t.consentAsTold, consent && CONSENT.label(consent, lang)], [caseTexts[lang]['field.basis'], basis && basisWords(basis, lang)],
    [t.contactedWhen, contactedWhen], [t.lastHappened, start.lastHappened], [t.stillHappening, start.stillHappening && ANSWER.label(start.stillHappening, lang)],
    [t.answerIn, start.variety === 'easy' ? t.easyWords : undefined],
  ];
}

function basisText({ start }: CaseState, lang: Lang): Fact[] {
  const told = [{ term: caseTexts[lang]['field.grounds'], text: start.basisText }, { term: casePageTexts[lang].doneSoFar, text: start.doneSoFar }];
  return told.flatMap(({ term, text }) => (text === undefined ? [] : [{ term, value: <Written text={text} /> }]));
}
