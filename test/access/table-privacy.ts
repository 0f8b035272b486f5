import { mayReadCase, maySeeInList } from '../../src/cases/access.ts';
import { saveBreach } from '../../src/privacy/commands/breaches.ts';
import { carryOutDisposal, confirmDisposal, disposeAgain, proposeDisposal, recordReceipt, withdrawDisposal } from '../../src/privacy/commands/disposal.ts';
import { answerRequest, decidePassages } from '../../src/privacy/commands/answers.ts';
import { extendRequest } from '../../src/privacy/commands/extend.ts';
import { linkFile } from '../../src/privacy/commands/link.ts';
import { adviseRequest, checkIdentity, registerRequest } from '../../src/privacy/commands/requests.ts';
import { holdCase } from '../../src/privacy/commands/holds.ts';
import { chooseRequestYears, sweepRequests } from '../../src/privacy/commands/sweep-requests.ts';
import { archiveList } from '../../src/privacy/queries/archive.ts';
import { breachList, openBreachPage } from '../../src/privacy/queries/breaches.ts';
import { openRequestPage, requestList } from '../../src/privacy/queries/requests.ts';
import { forRegion, row, type FactsOf, type Row } from './row.ts';
import { askerOf, CASES, FJORDBY, HAVNES, isElsewhere, isPerson, isReserve, NOW, untold, type Situation, type Who } from './situations.ts';

type Asked = FactsOf<typeof openRequestPage>;
type Linked = Asked['found'][number];
type Found = FactsOf<typeof proposeDisposal>;


/** The case that a request was found to be about, as whoever asks meets it. */
function found(who: Who, key: (typeof CASES)[number]['key']): Omit<Found, 'before'> | undefined {
  const asked = CASES.find((one) => one.key === key)?.facts(who);
  if (asked === undefined) return undefined;
  const { line, facts, actor, leftOut } = asked;
  return { kind: 'case', fileId: facts.fileId, reference: line.reference, owner: facts.owner, closedOn: undefined, retention: undefined, restricted: facts.restricted, excluded: facts.excluded, unknown: facts.strict && !maySeeInList(actor, facts, NOW).allow, strict: facts.strict, reads: mayReadCase(actor, facts, NOW), reports: [], leftOut };
}

function request(key: string, title: string, named: boolean, about?: (typeof CASES)[number]['key'], waits = 0): Situation<Asked> {
  return {
    key, title,
    facts: (who) => {
      const one = about === undefined ? undefined : found(who, about);
      const elsewhere = one !== undefined && (one.excluded || one.unknown); // as kept-request.ts has it
      const linked: Linked[] = one === undefined || elsewhere ? [] : [{ ...one, kind: 'case' }];
      return isElsewhere(who) ? undefined : { named, reserves: waits > 0 && isReserve(who), found: linked, elsewhere, waits, row: untold<Asked['row']>(), request: untold<Asked['request']>() };
    },
  };
}

const REQUESTS = [
  request('nobody_looked', 'Ingen har lett etter en sak', false), request('about_case', 'Kravet gjelder en sak i arbeid', false, 'open'), request('unanswered', 'Spørsmålet om inhabilitet er ikke besvart i saken', false, 'unanswered'),
  request('excluded', 'Den som spør, er inhabil i saken', false, 'excluded'), request('named', 'Den som spør, er nevnt i kravet', true),
  request('strict', 'Saken har strengt fortrolig adresse. Kari er navngitt', false, 'strict'),
  request('last', 'Alle koordinatorene har lett og ikke funnet noe', false, undefined, 1), request('reserves', 'Reserven har lett, og funnet saken som alle koordinatorene er inhabile i', false, 'no_coordinator', 1),
];

/** The same, for one of the files. */
const DECIDING = REQUESTS.map(({ facts, ...situation }): Situation<FactsOf<typeof decidePassages>> => ({
  ...situation,
  facts: (who) => {
    const asked = facts(who);
    return asked === undefined ? undefined : { ...asked, of: asked.found[0] };
  },
}));

const CLOSED = CASES.map(({ key, title }): Situation<FactsOf<typeof proposeDisposal>> => ({
  key, title,
  facts: (who) => {
    const one = found(who, key);
    return one === undefined ? undefined : { ...one, before: [] };
  },
}));

function proposal(key: string, title: string, excluded: boolean, strict = false): Situation<FactsOf<typeof confirmDisposal>> {
  return {
    key, title,
    facts: (who) => (isElsewhere(who) ? undefined
      : { row: { ...untoldRow(), owner_municipality_id: FJORDBY }, municipalities: isPerson(who) ? askerOf(who).municipalities : [], excluded, strict }),
  };
}

function untoldRow(): FactsOf<typeof confirmDisposal>['row'] {
  return {} as FactsOf<typeof confirmDisposal>['row']; // the rule reads the owner alone, which stands beside it
}

const PROPOSALS = [proposal('waiting', 'Arkivar har foreslått det', false), proposal('excluded', 'Den som spør, er inhabil i saken', true), proposal('strict', 'Adressen er blitt strengt fortrolig', false, true)];
const DECIDED: readonly Situation<FactsOf<typeof carryOutDisposal>>[] = [{ key: 'always', title: 'Adgang', facts: (who) => (isElsewhere(who) ? undefined : { row: untoldRow(), files: [], judgedOn: new Map() }) }];
const TOLD: readonly Situation<FactsOf<typeof disposeAgain>>[] = [{ key: 'always', title: 'Adgang', facts: () => ({ files: [] } as unknown as FactsOf<typeof disposeAgain>) }]; // the rule reads the files alone

/** A breach of the leader Leif's municipality, of another, and of all of the region. */
function breach(key: string, title: string, municipalities: FactsOf<typeof openBreachPage>['municipalities'], named = false): Situation<FactsOf<typeof openBreachPage>> {
  return { key, title, facts: (who) => (isElsewhere(who) ? undefined : { rows: [], names: {}, municipalities, own: worksFor(who), named }) };
}

function worksFor(who: Who): FactsOf<typeof openBreachPage>['own'] {
  return isPerson(who) ? askerOf(who).municipalities : [];
}

const BREACHES = [breach('region', 'Avviket gjelder hele regionen', []), breach('fjordby', 'Avviket gjelder Fjordby', [FJORDBY]), breach('havnes', 'Avviket gjelder Havnes', [HAVNES]), breach('named', 'Den som spør, er nevnt i avviket', [], true)];
const NEW_BREACH: Situation<FactsOf<typeof saveBreach>> = { key: 'new', title: 'Avviket er nytt', facts: (who) => ({ rows: [], names: {}, municipalities: undefined, own: worksFor(who), named: false }) };

/** Access requests, the archive and breaches. */
export const PRIVACY: readonly Row[] = [
  forRegion(requestList, 'Se hvem som har bedt om innsyn'),
  forRegion(registerRequest, 'Registrere et krav om innsyn'),
  row(openRequestPage, 'thing', 'Åpne et krav om innsyn', REQUESTS),
  row(checkIdentity, 'thing', 'Skrive hvordan vi vet hvem som ber om innsyn', REQUESTS),
  row(linkFile, 'thing', 'Lete etter det kravet gjelder', REQUESTS),
  row(decidePassages, 'thing', 'Avgjøre stykke for stykke hva som gis', DECIDING),
  row(extendRequest, 'thing', 'Si fra at svaret på kravet tar lengre tid', REQUESTS),
  row(answerRequest, 'thing', 'Registrere at kravet er besvart', REQUESTS),
  row(adviseRequest, 'thing', 'Gi råd om hvordan kravet behandles', REQUESTS),
  forRegion(archiveList, 'Se hva som er klart for arkivet, og protokollen'),
  row(proposeDisposal, 'case', 'Foreslå eksport, avlevering eller kassasjon av en sak', CLOSED),
  row(confirmDisposal, 'thing', 'Bekrefte det som person nummer to', PROPOSALS),
  row(withdrawDisposal, 'thing', 'Trekke forslaget tilbake', PROPOSALS),
  forRegion(holdCase, 'Holde en sak tilbake fra kassasjon, eller avslutte det'),
  row(recordReceipt, 'thing', 'Skrive at et arkiv har bekreftet mottaket', PROPOSALS),
  forRegion(chooseRequestYears, 'Bestemme hvor lenge innsynskrav uten sak tas vare på'),
  forRegion(sweepRequests, 'Slette besvarte innsynskrav uten sak når tiden er ute'),
  row(carryOutDisposal, 'thing', 'Utføre en kassasjon som to har bestemt', DECIDED),
  row(disposeAgain, 'region', 'Kassere på nytt det som er kommet tilbake med en sikkerhetskopi', TOLD),
  forRegion(breachList, 'Se avvikene'),
  row(openBreachPage, 'thing', 'Åpne et avvik', BREACHES),
  row(saveBreach, 'region', 'Skrive ned et avvik', [NEW_BREACH, ...BREACHES]),
];
