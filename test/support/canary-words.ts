import { TOLD } from './sample-files.ts';

/** A word that occurs nowhere else, made of the field's name so that a find says where it came from. */
let made = 0;
function canary(field: string): string {
  made += 1;
  return `Kvitrefugl${field.replace(/[^a-z]/g, '')}${(made * 7919 + 104_729).toString(36)}æøå`;
}

export const OPEN = {
  fare: 'nei', hvem: 'FAMILIE', voksen: 'ja', spurt: 'AVSLATT', grunn: 'FVL_13B_7', grunntekst: canary('grunntekst'), onske: canary('onske'), navn: canary('navn'),
  trygg: canary('trygg'), telefon: canary('telefon'), kommune: '9903', alder: 'A80', kjonn: 'KVINNE', adresse: canary('adresse'), hva: 'OKONOMISK', sett: canary('sett'),
  situasjon: 'DEMENS', tilknytning: 'BARN', annen: canary('annen'), sammen: 'ja', omsorg: 'ja', barn: 'nei', kontakt: 'FASTLEGE', kontaktnaar: canary('kontaktnaar'),
  dittnavn: canary('dittnavn'), dittnummer: canary('dittnummer'), svar: 'ja',
};
export const SELF = {
  fare: 'ja', hvem: 'UTSATT_SELV', voksen: 'ja', onske: canary('egetonske'), kallenavn: canary('kallenavn'), trygg: canary('egetrygg'), ring: 'ja', telefon: canary('egentelefon'),
  kommune: '9903', hva: 'FYSISK', sett: canary('egetsett'), barn: 'ja',
};
export const STAFF_WORDS = { danger: canary('fare'), calledBy: canary('ringt'), calledWhen: canary('naar'), note: canary('overlevering'), question: canary('sporsmal'), told: canary('tilbakemelding'), decision: canary('beslutning') };
/** With the code: what is written, what is added and what it is called, and own words that open nothing. */
export const WINDOW = { svar: canary('svar'), eget: canary('egneord'), navn: canary('filnavn'), tekst: canary('filtekst'), bilde: canary('bildetekst'), fremmed: canary('fremmedfil') };
/** What staff type: at the night desk, in a talk about advice, and where a pad of paper forms lies. */
export const TYPED = {
  kanal: 'TELEFON', hvor: canary('hvor'), tryggnaa: 'ja', brutt: canary('brutt'), fare: 'nei', sett: canary('telefon'), navn: canary('innringer'), lest: 'ja',
};
export const UNFINISHED = { kanal: 'TELEFON', hvor: canary('utkasthvor'), sett: canary('utkast'), navn: canary('utkastnavn') };
export const TALK = { advice: canary('raad'), card: canary('kort') };
export const PAD = canary('blokk');
/** From a record system: in what is stored, in what is refused, and where nothing but codes should stand. */
export const SYSTEM = { told: canary('fagsystem'), refused: canary('avvist'), field: canary('felt'), key: canary('nokkel'), secret: canary('hemmelig') };
/** «Kan jeg dele?», whatever is posted to it. */
export const SHARE = canary('dele');
/** In cases: documents, the meeting, merging, search, access in an emergency, who asks to see, a breach. */
export const CASE = {
  docTo: canary('mottaker'), docText: canary('brev'), sentTo: canary('sendttil'), template: canary('mal'), about: canary('taopp'), guests: canary('gjest'), minutes: canary('referat'), naming: canary('navnegrunn'), learning: canary('laerdom'),
  merging: canary('sammen'), term: canary('sok'), reference: canary('referanse'), emergency: canary('nod'), reviewed: canary('gjennomgang'), seen: canary('meldergrunn'), warning: canary('advarsel'), lowering: canary('senking'),
};
/** Asked of a professional outside, what they answer, and what is typed in vain. */
export const EXPERT = { organ: canary('fagorgan'), shown: canary('fagvises'), grounds: canary('faggrunn'), free: canary('fagsporsmal'), name: canary('fagnavn'), role: canary('fagrolle'), place: canary('fagsted'), text: canary('fagsvar'), refused: canary('fagfeil'), vain: canary('fagkode') };
export const RIGHTS = { name: canary('innsyn'), about: canary('innsynom'), asks: canary('onsker'), reach: canary('naas'), identityHow: canary('legitimasjon'), advice: canary('raadombud'), how: canary('svart'), what: canary('avvik'), kinds: canary('slag'), measures: canary('avvikstiltak') };
/** In a case, about its people and what is shared of them; at the desk; in a report about the work, and in what lets rows leave. */
export const FURTHER = {
  note: canary('notat'), corrected: canary('rettelse'), related: canary('parorende'), consent: canary('omfatter'), informed: canary('informert'), organ: canary('organ'), shared: canary('delt'), grounds: canary('hvorfor'),
  assessor: canary('vurdertav'), capacity: canary('kompetanse'), signs: canary('tegn'), places: canary('steder'), whom: canary('hvem'), living: canary('hjemme'), codeWord: canary('kodeord'), agreed: canary('avtalt'), cardAlias: canary('kortnavn'),
  asker: canary('spor'), asksAbout: canary('omhvem'), said: canary('svarte'), part: canary('delrapport'), comment: canary('merknad'), purpose: canary('utlevering'), hold: canary('tilbakehold'),
};
/** What the worker has in hand when it fails: a colleague, more about a case, a report of two with a file. */
export const WORK = { colleague: canary('kollega'), unit: canary('enhet'), subject: canary('subjekt'), added: canary('tilfoyd'), others: canary('flere'), first: canary('forste'), other: canary('andre'), story: canary('fortelling'), file: canary('vedlegg'), fileName: canary('vedleggsnavn') };
/** Of a case that goes to another region: its report, what is said of it on the way, and why it comes back. */
export const CROSSING = {
  report: { navn: canary('kryssnavn'), sett: canary('krysssett'), telefon: canary('krysstelefon'), adresse: canary('kryssadresse'), trygg: canary('krysstrygg'), onske: canary('kryssonske'), dittnavn: canary('kryssmelder') },
  receiver: canary('kryssmottaker'), sent: canary('krysssendt'), why: canary('krysshvorfor'), notTold: canary('kryssikkesagt'), phonedWho: canary('kryssringt'), phonedWhen: canary('kryssnaar'), back: canary('kryssgrunn'), backWho: canary('krysstilbake'), backWhen: canary('krysstilbakenaar'),
};
export const WORDS = [...Object.values(CROSSING.report), ...Object.values(CROSSING).filter((value) => typeof value === 'string'), ...Object.values(WORK), ...Object.values(FURTHER), ...Object.values(EXPERT), ...Object.values(CASE), ...Object.values(RIGHTS), ...Object.values(TYPED), ...Object.values(UNFINISHED), ...Object.values(TALK), PAD, ...Object.values(SYSTEM), SHARE, ...Object.values(OPEN), ...Object.values(SELF), ...Object.values(STAFF_WORDS), ...Object.values(WINDOW)].filter((value) => value.startsWith('Kvitrefugl')).concat(TOLD); // what a camera wrote into a picture is somebody’s, too
