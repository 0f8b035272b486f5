import { maySeeInList } from '../../src/cases/access.ts';
import { askReporterInCase, attachmentInCase, closeWindowInCase } from '../../src/cases/commands/dialogue.ts';
import { joinReport } from '../../src/cases/commands/join.ts';
import { openCaseFromReports } from '../../src/cases/commands/open.ts';
import { renewClocks } from '../../src/cases/commands/renew-clocks.ts';
import { STEPS } from '../../src/cases/commands/steps.ts';
import { sayWriting } from '../../src/cases/commands/writing.ts';
import { myDay } from '../../src/cases/queries/day.ts';
import { caseList } from '../../src/cases/queries/list.ts';
import { findForLog, whoLooked } from '../../src/cases/queries/looked.ts';
import { findCard, nightDesk } from '../../src/cases/queries/night-card.ts';
import { openCase } from '../../src/cases/queries/open.ts';
import { samePerson } from '../../src/cases/queries/same-person.ts';
import { readTraces } from '../../src/people/commands/similar.ts';
import { finding } from '../../src/cases/queries/rows.ts';
import { nb } from '../../src/cases/texts/nb.ts';
import { isFromElsewhere, STEP_KEYS } from '../../src/cases/workflow.ts';
import { projectAgain } from '../../src/jobs/project-again.ts';
import { beginSending, endSending } from '../../src/notices/commands/send.ts';
import { tellNotices } from '../../src/notices/commands/tell.ts';
import { sentMessages } from '../../src/notices/queries.ts';
import { answerConsultation, becomeReport, registerConsultation } from '../../src/consultations/commands/advise.ts';
import { consultationList, newConsultation, openConsultation } from '../../src/consultations/queries.ts';
import { asId, type FileId } from '../../src/kernel/ids.ts';
import { changeClocks } from '../../src/regions/commands/clocks.ts';
import { addMunicipality, mergeMunicipality, newAgreement } from '../../src/regions/commands/members.ts';
import { addSender, endSender } from '../../src/regions/commands/senders.ts';
import { publishSite, renewKeys, saveSite, setUpRegion } from '../../src/regions/commands/site.ts';
import { NO_CHANGES } from '../../src/regions/codes.ts';
import { clockSettings, regionMembers, regionSenders, siteDraft } from '../../src/regions/queries.ts';
import { mayHandleReport } from '../../src/reports/access.ts';
import { openEnvelopes } from '../../src/reports/commands/arrive.ts';
import { fileChecked, fileToCheck, fileWaits } from '../../src/reports/commands/check-file.ts';
import { compareColleague } from '../../src/reports/commands/compare.ts';
import { declareConnection } from '../../src/reports/commands/connection.ts';
import { askReporter, closeWindow } from '../../src/reports/commands/dialogue.ts';
import { handOver, moveOut, raiseUrgent } from '../../src/reports/commands/handle.ts';
import { newEnquiry, noteEnquiry, openEnquiry, readEnquiry } from '../../src/reports/commands/enquiries.ts';
import { putAwayDraft, saveDraft, takeDraft } from '../../src/reports/commands/drafts.ts';
import { confirmSending, sendBack, sendOn } from '../../src/reports/commands/send-on.ts';
import { passOn, splitReport } from '../../src/reports/commands/split.ts';
import { registerReport } from '../../src/reports/commands/register.ts';
import { settleLost } from '../../src/reports/commands/ledger.ts';
import { makePad, settlePad } from '../../src/reports/commands/paper.ts';
import { newDesk, openDraft } from '../../src/reports/queries/desk.ts';
import { inbox, openReport } from '../../src/reports/queries.ts';
import { watch } from '../../src/reports/queries/watch.ts';
import { backForm, sendForm, splitForm } from '../../src/reports/queries/settle.ts';
import { openFileOf } from '../../src/reports/queries/attachment.ts';
import { ledger } from '../../src/reports/queries/ledger.ts';
import { openPad, padList, printBlank, printPad } from '../../src/reports/queries/paper.ts';
import { maySetUp } from '../../src/staff/access.ts';
import { chooseContact, ownContact, setContact } from '../../src/staff/commands/contact.ts';
import { correct } from '../../src/staff/commands/correct.ts';
import { disable, invite, inviteFirst, reopen } from '../../src/staff/commands/invite.ts';
import { dropText, keepText, keptText } from '../../src/staff/commands/kept.ts';
import { machine, shareMachine } from '../../src/staff/commands/machine.ts';
import { chooseKeys, ownSettings } from '../../src/staff/commands/own.ts';
import { chooseReserve } from '../../src/staff/commands/reserve.ts';
import { confirmRole, endRole, proposeRole } from '../../src/staff/commands/roles.ts';
import { staffRegister } from '../../src/staff/queries.ts';
import { SUPERVISION_ROWS } from './table-supervision.ts';
import { STATISTICS_TABLE } from './table-statistics.ts';
import { askerOf, CASES, CONSULTATIONS, isElsewhere, isPerson, isReserve, NOW, REPORTS, untold, whoIs, type Situation, type Who } from './situations.ts';
import { ADVICE_ROWS } from './table-advice.ts';
import { EXPERT_ROWS } from './table-expert.ts';
import { IMPARTIALITY_ROWS } from './table-impartiality.ts';
import { FOLLOW_ROWS } from './table-follow.ts';
import { TEAM_ROWS } from './table-team.ts';
import { ACCOUNTABILITY } from './table-accountability.ts';
import { SEARCH_TABLE } from './table-search.ts';
import { PRIVACY } from './table-privacy.ts';
import { PUBLICATIONS } from './table-publications.ts';
import { RETURNS } from './table-returns.ts';
import { forOne, forRegion, row, type Answer, type FactsOf, type Row, type Shows } from './row.ts';
import { DOCUMENT_ROWS } from './table-documents.ts';
import { SAME } from './table-same.ts';

const ONE_FILE: FileId = asId<'file'>('10000000-0000-4000-8000-000000000001');

/** The inbox is the region's own: whoever works elsewhere sees theirs, without this report. */
const INBOX = REPORTS.map(({ key, title }): Situation<FactsOf<typeof inbox>> => ({ key, title, facts: (who) => ({ askerIsReserve: isReserve(who) }) }));

function inInbox(who: Who, _facts: unknown, situation: string): Shows {
  const facts = REPORTS.find(({ key }) => key === situation)?.facts(who);
  return facts !== undefined && mayHandleReport(who.actor, facts).allow ? 'with_it' : 'without_it';
}

const LIST = CASES.map(({ key, title, facts: asked }): Situation<FactsOf<typeof caseList>> => ({
  key, title,
  facts: (who) => {
    if (!isPerson(who)) return undefined;
    const [line, asker] = [asked(who), askerOf(who)];
    const lines = line !== undefined && maySeeInList(line.actor, line.facts, NOW).allow ? [line] : [];
    return { asker, finding: finding(asker), lines };
  },
}));

function inList(_who: Who, { lines }: FactsOf<typeof caseList>, _situation: string, files: readonly FileId[]): Shows {
  return lines.length === 0 ? 'without_it' : files.length === 0 ? 'with_it' : 'with_it_and_alias';
}

const OPENING = REPORTS.map(({ key, title, facts: reportFacts }): Situation<FactsOf<typeof openCaseFromReports>> => ({
  key, title,
  facts: (who) => {
    const facts = reportFacts(who);
    if (facts === undefined || !isPerson(who)) return undefined;
    const verdict = mayHandleReport(who.actor, facts);
    // fvl § 6: the reserve does what a coordinator does (src/cases/commands/open.ts, opener; the door is asked the same in matrix-door.test.ts)
    const roles = facts.forReserve && facts.askerIsReserve && verdict.allow ? [...who.actor.roles, 'KOORDINATOR'] : who.actor.roles;
    return { asker: askerOf(who), opener: { userId: who.actor.userId, roles }, reports: [{ facts, verdict }] };
  },
}));

/** The report is new, or whoever asks is named in it, or everybody is: with each the case is in work. */
const JOINING = REPORTS.map(({ key, title, facts: reportFacts }): Situation<FactsOf<typeof joinReport>> => ({
  key, title,
  facts: (who) => {
    const [report, asked] = [reportFacts(who), CASES[0].facts(who)];
    return report === undefined || asked === undefined ? undefined : { asked, report, verdict: mayHandleReport(who.actor, report) };
  },
}));

const SENT_FILE: readonly Situation<FactsOf<typeof fileToCheck>>[] = [
  { key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : { report_id: ONE_FILE, part: 0, stored_at: NOW, checked_at: null, attempts: null }) },
];

/** Told on to nobody: whoever may settle the report may say that nothing is to be told. */
const PASSING_ON = REPORTS.map(({ key, title, facts }): Situation<FactsOf<typeof passOn>> => ({
  key, title,
  facts: (who) => {
    const one = facts(who);
    return one === undefined ? undefined : [one];
  },
}));

const HELD = CASES.map(({ key, title, facts: asked }): Situation<FactsOf<typeof attachmentInCase>> => ({
  key, title,
  facts: (who) => {
    const line = asked(who);
    return line === undefined ? undefined : { ...line, report: line.reports[0] ?? ONE_FILE };
  },
}));

const MY_DAY: readonly Situation<FactsOf<typeof myDay>>[] = [
  { key: 'always', title: 'Adgang', facts: (who) => (isPerson(who) ? { asker: askerOf(who), lines: [], held: [], more: false, asides: [], taken: { asker: askerOf(who), waiting: [], reviewed: [], mine: [] } } : undefined) },
];

/** An unfinished talk of Jorunn's. */
const draft = (key: string, title: string, left: boolean, named: boolean): Situation<FactsOf<typeof openDraft>> => ({
  key, title, facts: (who) => (isElsewhere(who) ? undefined : { mine: who.key === 'jorunn', left, named, row: untold<FactsOf<typeof openDraft>['row']>() }),
});
const DRAFT = [
  draft('talking', 'Jorunn snakker i telefonen', false, false), draft('left', 'Jorunn overleverte den ikke på en halv time, eller har logget ut', true, false), draft('left_named', 'Den er forlatt, og den som spør, er nevnt i den', true, true),
];

/** A note of somebody who asked about a person. */
const enquiry = (key: string, title: string, named: boolean): Situation<FactsOf<typeof openEnquiry>> => ({
  key, title, facts: (who) => (isElsewhere(who) ? undefined : { askerIsReserve: isReserve(who), named, row: untold<FactsOf<typeof openEnquiry>['row']>() }),
});
const ENQUIRY = [enquiry('noted', 'Jorunn noterte samtalen', false), enquiry('named', 'Den som spør, er nevnt i notatet', true)];
/** Typed by Jorunn, and not sent: for everybody else it does not exist. */
const OWN_TEXT: readonly Situation<FactsOf<typeof keptText>>[] = [{ key: 'always', title: 'Adgang', facts: (who) => (who.key === 'jorunn' && !isElsewhere(who) ? untold<FactsOf<typeof keptText>>() : undefined) }];

/** The matrix. A use case that is missing here fails test/access/matrix.test.ts, which names it. */
export const TABLE: readonly Row[] = [
  forRegion({ name: 'setup.first_region', access: maySetUp }, 'Sette opp den første regionen'),
  forRegion(setUpRegion, 'Gi en ny region navn, forside og reservekoordinator'),
  forRegion(siteDraft, 'Se utkastet til forsiden'),
  forRegion(saveSite, 'Endre utkastet til forsiden'),
  forRegion(publishSite, 'Publisere forsiden'),
  forRegion(renewKeys, 'Fornye nøkkelen som bekymringer forsegles med'),
  forRegion(regionMembers, 'Se hvilke kommuner som er med'),
  forRegion(regionSenders, 'Se hvilke fagsystemer som kan sende bekymringer'),
  forRegion(addSender, 'Slippe inn et fagsystem'),
  forRegion(endSender, 'Stenge ute et fagsystem'),
  forRegion(clockSettings, 'Se regionens egne frister'),
  forRegion(changeClocks, 'Endre regionens egne frister'),
  row(renewClocks, 'region', 'Regne ut fristene i åpne saker på nytt', [{ key: 'always', title: 'Adgang', facts: () => ({ clocks: NO_CHANGES, behind: [] }) }]),
  forRegion(addMunicipality, 'Ta inn en kommune'),
  forRegion(newAgreement, 'Føre inn en ny avtale for en kommune'),
  forRegion(mergeMunicipality, 'Slå sammen to kommuner'),

  forRegion(staffRegister, 'Se hvem som arbeider her, og med hvilke roller'),
  forRegion(invite, 'Invitere en person'),
  forRegion(inviteFirst, 'Føre inn de første personene'),
  forOne(disable, 'Stenge en person ute'),
  forOne(reopen, 'Slippe en person inn igjen, uten rolle'),
  forOne(correct, 'Rette navn, arbeidssted eller kommune for en person'),
  forOne(proposeRole, 'Foreslå en rolle'),
  forOne(confirmRole, 'Bekrefte en rolle som ser innhold, som person nummer to'),
  forOne(endRole, 'Ta fra noen en rolle'),
  forOne(chooseReserve, 'Velge reservekoordinator'),
  forRegion(ownSettings, 'Se egne valg'),
  forRegion(chooseKeys, 'Slå taster med én bokstav av og på for seg selv'),
  forRegion(keepText, 'Få tatt vare på det en skriver og ikke har sendt'),
  row(keptText, 'thing', 'Hente det Jorunn skrev og ikke sendte', OWN_TEXT),
  row(dropText, 'thing', 'Kaste det Jorunn skrev og ikke sendte', OWN_TEXT),
  forRegion(machine, 'Se om maskinen er merket som en felles maskin'),
  forRegion(shareMachine, 'Merke maskinen som en felles maskin, eller ta bort merket'),

  forRegion(ownContact, 'Se egne valg om varsler'),
  forRegion(chooseContact, 'Velge hva en selv får beskjed om, og hvem som er stedfortreder'),
  forOne(setContact, 'Føre inn e-post og tjenestetelefon for en kollega'),
  forRegion(sentMessages, 'Se hva som er varslet når, og om det kom fram'),
  row(tellNotices, 'region', 'Varsle om det som er kommet inn eller har ligget for lenge', [{ key: 'always', title: 'Adgang', facts: () => ({ notices: [], unreached: [], givenUp: false }) }]),
  row(beginSending, 'region', 'Begynne å sende en beskjed', [{ key: 'always', title: 'Adgang', facts: () => ({ row: undefined }) }]),
  row(endSending, 'region', 'Føre inn hvordan det gikk med en beskjed', [{ key: 'always', title: 'Adgang', facts: () => ({ row: undefined }) }]),

  row(inbox, 'region', 'Se innboksen', INBOX, inInbox),
  row(watch, 'region', 'Se tallene på vaktskjermen', INBOX, inInbox),
  row(openReport, 'report', 'Åpne siden til en bekymring', REPORTS),
  row(declareConnection, 'report', 'Svare på om en er knyttet til noen i en bekymring', REPORTS),
  row(raiseUrgent, 'report', 'Merke en bekymring Akutt', REPORTS),
  row(moveOut, 'report', 'Flytte en bekymring fra «Mange på én gang» til innboksen', REPORTS),
  row(handOver, 'report', 'Overlevere en bekymring til koordinator', REPORTS),
  row(askReporter, 'report', 'Skrive til den som meldte', REPORTS),
  row(closeWindow, 'report', 'Lukke vinduet for den som meldte', REPORTS),
  row(openFileOf, 'report', 'Laste ned et vedlegg til en bekymring', REPORTS),
  row(splitForm, 'report', 'Se skjemaet for å dele en bekymring mellom dem den gjelder', REPORTS),
  row(splitReport, 'report', 'Dele en bekymring mellom dem den gjelder', REPORTS),
  row(passOn, 'report', 'Fortelle videre det som kom etter at bekymringen ble delt eller sendt videre', PASSING_ON),
  row(sendForm, 'report', 'Se skjemaet for å sende en bekymring videre', REPORTS),
  row(sendOn, 'report', 'Sende en bekymring videre dit den hører hjemme', REPORTS),
  row(backForm, 'report', 'Se skjemaet for å sende en overført sak tilbake', REPORTS),
  row(sendBack, 'report', 'Sende en overført sak tilbake', REPORTS),
  row(confirmSending, 'report', 'Skrive ned at mottakeren har bekreftet', REPORTS),
  row(openEnvelopes, 'region', 'Åpne konvolutten som en bekymring kom i', [{ key: 'always', title: 'Adgang', facts: () => ({ waiting: [] }) }]),
  row(compareColleague, 'thing', 'Sammenligne en ny kollega med bekymringene som er kommet', [{ key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : { colleague: untold<never>(), batch: [] }) }]),
  row(fileToCheck, 'thing', 'Ta fatt på et vedlegg som er kommet inn', SENT_FILE),
  row(fileChecked, 'thing', 'Si hva som ble funnet i et vedlegg', SENT_FILE),
  row(fileWaits, 'thing', 'Vente med et vedlegg til skanneren svarer', SENT_FILE),

  forRegion(newDesk, 'Begynne på en melding som kom på telefon, i brev eller ved oppmøte'),
  forRegion(registerReport, 'Registrere en melding som kom på telefon, i brev eller ved oppmøte'),
  row(saveDraft, 'region', 'Lagre en uferdig samtale', [{ key: 'always', title: 'Adgang', facts: () => ({ mine: true, row: undefined }) }]),
  row(openDraft, 'thing', 'Åpne en uferdig samtale', DRAFT),
  row(takeDraft, 'thing', 'Ta over en uferdig samtale fra en kollega', DRAFT),
  row(putAwayDraft, 'thing', 'Legge bort en uferdig samtale, med en grunn', DRAFT),
  forRegion(newEnquiry, 'Se siden for den som ringer og spør om en person'),
  forRegion(noteEnquiry, 'Notere at noen spør om en person'),
  row(openEnquiry, 'thing', 'Lese hva den som spurte, sa', ENQUIRY),
  row(readEnquiry, 'thing', 'Si hva som ble gjort med en som spurte', ENQUIRY),

  forRegion(padList, 'Se blokkene med papirskjema og hvilke ark som ikke er kommet tilbake'),
  forOne(openPad, 'Se arkene i en blokk'),
  forRegion(makePad, 'Lage en blokk med nummererte papirskjema'),
  forOne(printPad, 'Skrive ut en blokk med nummererte papirskjema'),
  forRegion(printBlank, 'Skrive ut et papirskjema uten nummer'),
  forOne(settlePad, 'Gjøre rede for ark som ikke kommer tilbake'),
  forRegion(ledger, 'Se meldingsregnskapet'),
  forOne(settleLost, 'Si hva som er gjort med noe som gikk tapt da databasen ble satt tilbake'),

  row(consultationList, 'region', 'Se lista over drøftinger, og hvor mange det er', [{ key: 'always', title: 'Adgang', facts: () => ({ found: [] }) }]),
  forRegion(newConsultation, 'Se skjemaet for en samtale om råd'),
  forRegion(registerConsultation, 'Skrive ned en samtale om råd'),
  row(openConsultation, 'thing', 'Åpne en drøfting', CONSULTATIONS),
  row(answerConsultation, 'thing', 'Svare på en drøfting', CONSULTATIONS),
  row(becomeReport, 'thing', 'Skrive ned at en drøfting er blitt meldt', CONSULTATIONS),
  row(openCaseFromReports, 'report', 'Opprette sak fra en bekymring', OPENING),
  ...ADVICE_ROWS,
  row(samePerson, 'report', 'Se andre bekymringer og saker som kan gjelde samme person', SAME),
  row(joinReport, 'report', 'La en bekymring gå inn i en åpen sak', JOINING),
  ...FOLLOW_ROWS,
  ...EXPERT_ROWS,
  ...IMPARTIALITY_ROWS,
  ...TEAM_ROWS,
  row(readTraces, 'region', 'Lese inn navn som skal sammenlignes', [{ key: 'always', title: 'Adgang', facts: () => ({ unread: [] }) }]),
  row(caseList, 'region', 'Se arbeidslista', LIST, inList),
  row(myDay, 'region', 'Se «Min dag»', MY_DAY),
  row(openCase, 'case', 'Åpne siden til saken', CASES),
  row(whoLooked, 'case', 'Se hvem som har sett på saken', CASES),
  row(askReporterInCase, 'case', 'Skrive til den som meldte, fra saken', HELD),
  row(closeWindowInCase, 'case', 'Lukke vinduet for den som meldte, fra saken', HELD),
  row(attachmentInCase, 'case', 'Laste ned et vedlegg til en av sakens bekymringer', HELD),
  ...DOCUMENT_ROWS,
  forRegion(nightDesk, 'Se siden der en spør etter et nattkort'),
  row(findCard, 'region', 'Åpne et nattkort ved referanse, eller navn og kodeord', [{ key: 'always', title: 'Adgang', facts: (who) => (isPerson(who) ? { tries: [], cases: [] } : undefined) }]),
  forRegion(findForLog, 'Slå opp en sak ved referansen, for å se hvem som har sett på den'),
  row(sayWriting, 'case', 'Se hvem som skriver i journalen nå, og si at en selv gjør det', CASES),
  ...SEARCH_TABLE,
  ...STEP_KEYS.flatMap((key) => (isFromElsewhere(key) ? [] : [row(STEPS[key], 'case', nb[`step.${key}`], CASES)])),
  row(projectAgain, 'thing', 'Skrive linjene i innboks, arbeidsliste og statistikk på nytt etter journalen', [{ key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : { fileId: ONE_FILE, kind: 'case' }) }]),
  ...STATISTICS_TABLE,
  ...SUPERVISION_ROWS,
  ...ACCOUNTABILITY, ...PRIVACY, ...PUBLICATIONS, ...RETURNS,
];

/** The cell of one person; the situation is the ordinary one unless said. */
export function cell(name: string, person: string, situation?: string): Answer {
  const found = TABLE.find((one) => one.name === name);
  const key = situation ?? found?.situations[0]?.key;
  if (found === undefined || key === undefined) throw new Error(`${name} has no row in test/access/table.ts`);
  return found.answer(whoIs(person), key);
}
