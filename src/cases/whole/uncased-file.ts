import { z } from 'zod';
import type { ConsultationEvent } from '../../consultations/public.ts';
import type { FileId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import type { ReportEvent, ReportState } from '../../reports/public.ts';
import { UNCASED_KINDS, type UncasedKind } from '../uncased.ts';
import { headOf, lineOf, naming, toldIn, type Frame } from './made.ts';
import { journalPart, moment, ownSchema, reportPart, who, words, type Edition } from './whole-file.ts';

/**
 * What never became a case as a file that another system or an archive can read: a report that was divided or sent on, or a consultation with the report it
 * came as. Published as docs/uncased-file.schema.json (test/cases/uncased.test.ts). Who reported is in the archive's edition alone.
 */
export const uncasedFile = z.strictObject({
  format: z.literal('voksenvern-uten-sak').describe('Kjennetegn for formatet.'),
  formatVersion: z.literal(1).describe('Telles opp når et felt endrer mening eller faller bort.'),
  madeAt: moment('Når filen ble laget.'),
  madeBy: who.describe('Hvem som laget den.'),
  region: words('Regionen som tok imot.'),
  openness: words('Kode i OFFENTLIGHET: hva filen er unntatt offentlighet etter (offentleglova).'),
  withheld: z.array(z.string()).describe('Opplysninger som finnes, og som er holdt utenfor filen: hvem som meldte (reporter), hvem som hjalp (helper), hvilke ansatte en bekymring nevnte (leftOut), og en adresse som er skjermet (address). I utgaven til arkivet er hvem som meldte og hvem som hjalp, med.'),
  file: z.strictObject({
    id: words('Id i systemet.'), kind: z.enum(UNCASED_KINDS).describe('report: en bekymring som ble delt eller sendt videre. consultation: en drøfting.'), reference: words('Referansen som folk bruker.'),
    owner: z.string().nullable().describe('Kommunen personen bor i. null: ikke kjent.'), outcome: z.string().nullable().describe('Hvordan bekymringen endte: DELT, OVERFORT, UTENFOR_KOMMUNER eller DROFTING. null: en drøfting i en samtale.'),
    endedAt: z.string().nullable().describe('Når det siste hendte. null: det er ikke ferdig.'),
  }),
  reports: z.array(reportPart).describe('Det som ble meldt, og alt som ble lagt til. Tom for en samtale, og for en drøfting der meldingen hører til en sak.'),
  consultation: z.array(journalPart).describe('Drøftingen, eldste først. Tom for en bekymring.'),
  journal: z.array(journalPart).describe('Alle hendelser i meldingen, eldste først. Ingenting er rettet eller strøket.'),
  schema: ownSchema,
}).describe('En bekymring eller drøfting i Voksenvern som ikke ble en sak.');
export type UncasedFile = z.infer<typeof uncasedFile>;

export type MakingUncased = Frame & {
  readonly file: { readonly id: FileId; readonly kind: UncasedKind; readonly reference: string; readonly owner: string | undefined; readonly endedAt: Instant | undefined };
  readonly report: { readonly state: ReportState; readonly events: readonly ReportEvent[] } | undefined;
  readonly consultation: { readonly events: readonly ConsultationEvent[] } | undefined;
};

export function makeUncased({ file, report, consultation, ...frame }: MakingUncased): UncasedFile {
  const { names, edition } = frame;
  return {
    format: 'voksenvern-uten-sak', ...headOf(frame),
    file: { id: file.id, kind: file.kind, reference: file.reference, owner: file.owner ?? null, outcome: report?.state.outcome ?? null, endedAt: file.endedAt ?? null },
    reports: report === undefined ? [] : [toldIn(report.state, frame, naming(edition))],
    // Of a talk and of an answer everything; what was asked stands in the report.
    consultation: (consultation?.events ?? []).map((event, index) => lineOf(event, index, names, event.content, edition)),
    journal: (report?.events ?? []).map((event, index) => entryOf(event, index, names, edition)),
  };
}

/** Staff who wrote it of themselves: whoever wrote it is who reported. */
const OWN: readonly string[] = ['INTERN', 'EGET_ARBEID'];

function entryOf(event: ReportEvent, index: number, names: MakingUncased['names'], edition: Edition): UncasedFile['journal'][number] {
  const line = lineOf(event, index, names, answered(event), edition);
  return edition === 'other' && event.type === 'ReportArrived' && OWN.includes(event.content.channel) ? { ...line, by: { id: '', name: '' } } : line;
}

/** What an entry says besides what stands among the reports, messages and files. Keys of files and ties between entries are nobody's to read. */
function answered(event: ReportEvent): object {
  switch (event.type) {
    case 'ReportArrived': return { reference: event.content.reference, channel: event.content.channel, readBack: event.content.typedIn?.readBack };
    case 'ReportMadeUrgent': return event.content;
    case 'ReportHandedOver': return { note: event.content.note };
    case 'ReportDecided': return { outcome: event.content.outcome };
    case 'ReportImpartialityDeclared': return { connection: event.content.connection };
    case 'ReporterWrote': return { feels: event.content.message.feels };
    case 'AttachmentArrived': return { fileType: event.content.attachment.type };
    case 'AttachmentChecked': return { checked: event.content.result };
    case 'ReporterAsked': return { written: event.content.what, consent: event.content.consent, decision: event.content.decision };
    case 'ReportSplit': case 'ReportPassedOn': return { into: event.content.into };
    case 'ReportSentOn': {
      const { to, outcome, basis, grounds, scope, text, phonedWho, phonedWhen } = event.content;
      return { sentTo: to.name, spokeWith: to.kind === 'OUTSIDE' ? to.spokeWith : undefined, outcome, basis, grounds, scope, text, phonedWho, phonedWhen };
    }
    case 'SendingConfirmed': return { confirmedBy: event.content.by, confirmedHow: event.content.how, confirmedWhen: event.content.when };
    case 'CaseSentBack': return event.content;
    case 'CaseSentOn': case 'FilesSentAlong': case 'CaseSendingProtected': case 'CaseCarried': case 'CaseAnswered': case 'SentBackFetched':
    case 'ReportAdded': case 'ReportSeen': case 'ReportHandOverRead': case 'ReportMovedOut': case 'ReportAfterConsultation': case 'ReportColleagueLeftOut': case 'AttachmentsAwaited': case 'AttachmentFollowed': case 'WindowClosed': case 'SendingCarried': return {};
  }
}
