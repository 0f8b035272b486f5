import { catalogue } from '../../kernel/texts.ts';

/** What the pieces of a report's own journal are called, where somebody decides what is given of them and in the letter. */
export const reportPassageTexts = catalogue({
  nb: {
    told_ReportArrived: 'Bekymringen', told_ReportAdded: 'Tillegg til bekymringen', told_ReportMadeUrgent: 'Bekymringen ble Akutt', told_ReportHandedOver: 'Overlevert til koordinator', told_ReporterWrote: 'Den som meldte, skrev', told_ReporterAsked: 'Vi skrev til den som meldte', told_AttachmentArrived: 'Vedlegg',
    told_ReportSentOn: 'Bekymringen ble sendt videre', told_SendingConfirmed: 'Mottakeren bekreftet', told_CaseSentBack: 'Saken ble sendt tilbake', told_ConsultationAsked: 'Noen drøftet en bekymring med oss', told_ConsultationRegistered: 'Noen drøftet en bekymring i en samtale', told_ConsultationAnswered: 'Rådet vi ga', fileClosed: 'Filen er stengt, og kan ikke gis.',
    said_where: 'Hvor', said_ifCut: 'Hvis samtalen blir brutt', said_dangerNow: 'Fare nå', said_adult: 'Over 18 år', said_howMany: 'Hvor mange andre', said_othersAbout: 'Om andre', said_feels: 'Hvordan det er', said_decision: 'Avgjørelsen', said_spokeWith: 'Snakket med', said_when: 'Når', VERRE: 'Det er blitt verre', TRYGG: 'Det er trygt nå', INN: 'Vi fikk vite', UT: 'Vi delte', PERSON: 'Den det gjelder', SUSPECT: 'Antatt overgriper',
  },
  nn: {
    told_ReportArrived: 'Bekymringa', told_ReportAdded: 'Tillegg til bekymringa', told_ReportMadeUrgent: 'Bekymringa blei Akutt', told_ReportHandedOver: 'Overlevert til koordinatoren', told_ReporterWrote: 'Den som melde, skreiv', told_ReporterAsked: 'Vi skreiv til den som melde', told_AttachmentArrived: 'Vedlegg',
    told_ReportSentOn: 'Bekymringa blei send vidare', told_SendingConfirmed: 'Mottakaren stadfesta', told_CaseSentBack: 'Saka blei send tilbake', told_ConsultationAsked: 'Nokon drøfta ei bekymring med oss', told_ConsultationRegistered: 'Nokon drøfta ei bekymring i ein samtale', told_ConsultationAnswered: 'Rådet vi gav', fileClosed: 'Fila er stengd, og kan ikkje givast.',
    said_where: 'Kvar', said_ifCut: 'Om samtalen blir broten', said_dangerNow: 'Fare no', said_adult: 'Over 18 år', said_howMany: 'Kor mange andre', said_othersAbout: 'Om andre', said_feels: 'Korleis det er', said_decision: 'Avgjerda', said_spokeWith: 'Snakka med', said_when: 'Når', VERRE: 'Det har blitt verre', TRYGG: 'Det er trygt no', INN: 'Vi fekk vite', UT: 'Vi delte', PERSON: 'Den det gjeld', SUSPECT: 'Antatt overgripar',
  },
  en: {
    told_ReportArrived: 'The report', told_ReportAdded: 'Addition to the report', told_ReportMadeUrgent: 'The report was marked as urgent (Akutt)', told_ReportHandedOver: 'Handed over to the coordinator', told_ReporterWrote: 'Whoever reported wrote', told_ReporterAsked: 'We wrote to whoever reported', told_AttachmentArrived: 'Attachment',
    told_ReportSentOn: 'The report was sent on', told_SendingConfirmed: 'The receiver confirmed', told_CaseSentBack: 'The case was sent back', told_ConsultationAsked: 'Somebody discussed a concern with us', told_ConsultationRegistered: 'Somebody discussed a concern in a talk', told_ConsultationAnswered: 'The advice we gave', fileClosed: 'The file is closed, and cannot be given.',
    said_where: 'Where', said_ifCut: 'If the call breaks off', said_dangerNow: 'Danger now', said_adult: 'Over 18 years', said_howMany: 'How many others', said_othersAbout: 'About others', said_feels: 'How it is', said_decision: 'The decision', said_spokeWith: 'Spoke with', said_when: 'When', VERRE: 'It has become worse', TRYGG: 'It is safe now', INN: 'We were told', UT: 'We shared', PERSON: 'The person it is about', SUSPECT: 'Suspected abuser',
  },
});
