import { randomUUID } from 'node:crypto';
import { PUBLICATION_INPUTS, RETURN_INPUTS } from './inputs-reports.ts';

/** The things that use cases of one region are about. */
export type Ids = {
  readonly report: string; readonly case: string; /** that the case holds */ readonly caseReport: string;
  /** of a file that came with the report */
  readonly object: string;
  /** somebody who works here · who was put out · the reserve */
  readonly person: string; readonly disabled: string; readonly reserve: string;
  /** a role that is held · one that ended */
  readonly grant: string; readonly endedGrant: string;
  /** of paper forms */
  readonly pad: string;
  /** an unfinished talk of Jorunn's, of this minute */
  readonly draft: string;
  /** the same, left for a day */
  readonly leftDraft: string;
  /** a note of somebody who asked about a person */
  readonly enquiry: string;
  readonly consultation: string;
  /** on its way to the other region */
  readonly transfer: string;
  /** a file that follows the report */
  readonly slot: string;
  /** what a restored database lost, and its leader has settled */
  readonly lost: string;
  /** a line of the log that a leader is to look at */
  readonly review: string;
  /** what Jorunn typed and did not send */
  readonly kept: string;
  /** the same, to be thrown away */
  readonly thrown: string;
  /** a team meeting that goes on */
  readonly meeting: string;
  /** somebody asked for access, and nobody has looked */
  readonly request: string;
  /** a proposal that was withdrawn */
  readonly disposal: string;
  readonly breach: string;
  /** a report that is being written · a file of it */
  readonly publication: string; readonly output: string;
  /** prepared and taken back */
  readonly return: string;
  /** that rows may leave: ended */
  readonly decision: string;
};

/** A talk that is written down; without minutes it is refused. */
export const talk = (minutes: string) => ({
  consultationId: randomUUID(), direction: 'TIL_OSS', on: '2026-03-01', service: 'POLITI', municipality: '', violence: [], ageBand: '', advice: 'Snakk alene.', card: '', minutes, topics: [], outcome: 'RAD', notNames: [],
});

export const ONE_SHEET = { sheets: '1', lang: 'nb', where: '' };

const NOBODY_PRESENT = { present: [], guests: '', deputy: '', deputyFor: '' };

export type Input = Readonly<Record<string, unknown>>;

/** The form «Skriv til den som meldte» with nothing in it. */
const unasked = () => ({ messageId: randomUUID(), what: '', text: '', consent: '', decision: '' });

/** A form that the schema takes, and that changes nothing of importance where somebody may send it: the rule says no, or it is so already. */
const INPUTS: Readonly<Record<string, (ids: Ids, site: unknown) => Input>> = {
  'reports.inbox': () => ({}),
  'reports.watch': () => ({}),
  'reports.open': ({ report }) => ({ reportId: report }),
  'reports.workplace': ({ report }) => ({ reportId: report }),
  'cases.workplace': ({ case: caseId }) => ({ caseId }),
  'reports.raise_urgent': ({ report }) => ({ reportId: report, danger: '', called: '', calledBy: '', calledWhen: '' }),
  'reports.declare_impartiality': ({ report }) => ({ reportId: report, connection: 'VET IKKE' }),
  'reports.move_out': ({ report }) => ({ reportId: report }),
  'reports.hand_over': ({ report }) => ({ reportId: report, note: '' }),
  'reports.split_form': ({ report }) => ({ reportId: report }),
  'reports.split': ({ report }) => ({ reportId: report, formId: randomUUID(), parts: 1, people: [] }),
  'reports.pass_on': ({ report }) => ({ reportId: report, parts: 0, into: [], told: '', worse: false, files: [] }),
  'reports.send_form': ({ report }) => ({ reportId: report }),
  'reports.send_on': ({ report }) => ({ reportId: report, transferId: randomUUID(), parts: 1, to: '', place: '', spokeWith: '', basis: '', scope: '', phonedWho: '', phonedWhen: '', grounds: '', text: '', files: [] }),
  'reports.confirm_sending': ({ report }) => ({ reportId: report, transferId: randomUUID(), by: '', how: '', when: '' }),
  'reports.back_form': ({ report }) => ({ reportId: report }),
  'reports.send_back': ({ report }) => ({ reportId: report, grounds: '', phonedWho: '', phonedWhen: '' }),
  'reports.answer_to_case': ({ report }) => ({ reportId: report }),
  'reports.note_answer': ({ transfer }) => ({ transferId: transfer, at: '2026-03-02T08:00:00.000Z', answer: { reference: '', taken: true } }),
  'cases.settle_crossing': ({ case: caseId }) => ({ caseId }),
  'cases.case_paper': ({ report }) => ({ reportId: report, paper: 'json' }),
  'reports.pack_transfer': ({ transfer }) => ({ transferId: transfer }),
  'reports.land_transfer': ({ transfer }) => ({ transferId: transfer, reportId: randomUUID(), content: {} }),
  'reports.note_transfer': ({ transfer }) => ({ transferId: transfer, seenAt: null }),
  'reports.pack_file': ({ slot }) => ({ slot }),
  'reports.place_for_file': ({ report }) => ({ reportId: report, slot: randomUUID() }),
  'reports.land_file': ({ report }) => ({ reportId: report, slot: randomUUID(), object: randomUUID(), key: '', name: '', named: '', type: 'pdf', bytes: 1, sha256: '', receivedAt: '2026-03-02T08:00:00.000Z' }),
  'reports.note_file': ({ slot }) => ({ slot }),
  'cases.take_in_answer': () => ({ envelopeId: randomUUID() }),
  'cases.tell_additions': ({ report }) => ({ reportId: report }),
  'reports.arrive': () => ({ envelopeId: randomUUID() }),
  'cases.compare_colleague': ({ person }) => ({ userId: person, version: 1, after: null }),
  'reports.compare_colleague': ({ person }) => ({ userId: person, version: 1, after: null }),
  'reports.ask_reporter': ({ report }) => ({ reportId: report, ...unasked() }),
  'reports.close_window': ({ report }) => ({ reportId: report }),
  'reports.attachment': ({ report }) => ({ reportId: report, no: '1', original: false }),
  'reports.file_to_check': ({ object }) => ({ object }),
  'reports.file_checked': ({ object }) => ({ object, result: 'KEPT' }),
  'reports.file_waits': ({ object }) => ({ object }),
  'cases.meetings': () => ({}),
  'cases.start_meeting': () => ({ meetingId: randomUUID(), ...NOBODY_PRESENT }),
  'cases.set_attendance': ({ meeting }) => ({ meetingId: meeting, ...NOBODY_PRESENT }),
  'cases.end_meeting': ({ meeting }) => ({ meetingId: meeting, learning: 'Ring 55 55 01 23', notNames: [] }),
  'cases.prepare_meeting': ({ meeting }) => ({ meetingId: meeting }),
  'cases.meeting': (ids) => ({ meetingId: ids.meeting, caseId: ids.case }),
  'cases.minute_meeting': (ids) => ({ meetingId: ids.meeting, caseId: ids.case, newId: randomUUID(), minutes: '' }),
  'cases.name_in_meeting': (ids) => ({ meetingId: ids.meeting, caseId: ids.case, basis: '', grounds: '' }),
  'cases.handing_over': ({ disabled }) => ({ userId: disabled }),
  'cases.hand_over_cases': ({ person }) => ({ userId: person, everything: '', cases: [], keepers: [] }),
  'cases.stand_in': ({ disabled }) => ({ userId: disabled, everything: '', cases: [], awayFrom: '', awayUntil: '' }),
  'cases.back_again': ({ disabled }) => ({ userId: disabled }),
  'cases.end_account': ({ disabled }) => ({ userId: disabled }),
  'cases.merge_case': (ids) => ({ caseId: ids.case, otherId: ids.case, goesOn: ids.case, keep: [], grounds: '' }),
  'cases.ask_reporter': (ids) => ({ caseId: ids.case, reportId: ids.caseReport, ...unasked() }),
  'cases.close_window': (ids) => ({ caseId: ids.case, reportId: ids.caseReport }),
  'cases.document': (ids) => ({ caseId: ids.case, documentId: randomUUID(), version: '1' }),
  'cases.whole_page': (ids) => ({ caseId: ids.case }),
  'cases.make_whole_file': (ids) => ({ caseId: ids.case, newId: randomUUID() }),
  'cases.file_beside': (ids) => ({ caseId: ids.case, wholeId: randomUUID(), no: '1' }),
  'cases.whole_file': (ids) => ({ caseId: ids.case, wholeId: randomUUID(), as: 'pdf' }),
  'cases.answer_for_archive': (ids) => ({ caseId: ids.case, connection: 'VET IKKE' }),
  'privacy.sweep_requests': () => ({}), 'privacy.choose_request_years': () => ({ years: '2' }), 'privacy.hold_case': () => ({ reference: 'INGEN', held: 'ja', ground: 'KRAV', why: '' }),
  'privacy.record_receipt': ({ disposal }) => ({ disposalId: disposal }),
  'cases.sweep_whole': () => ({}),
  'cases.find_for_archive': () => ({}),
  'cases.templates': () => ({ lang: 'nb' }),
  'cases.code_lists': () => ({}),
  'cases.add_code_value': () => ({ newId: randomUUID(), list: '', parent: '', nb: '', nn: '', en: '', synonyms: '', from: '', replaces: '' }),
  'cases.end_code_value': () => ({ valueId: randomUUID(), from: '' }),
  'cases.save_template': () => ({ letter: 'BREV', lang: 'nb', version: '0', text: '[[ingen]]' }),
  'cases.attachment': (ids) => ({ caseId: ids.case, reportId: ids.caseReport, no: '1', original: false }),
  'reports.register': () => ({ draftId: randomUUID(), lang: 'nb', entries: [] }),
  'reports.save_draft': () => ({ draftId: randomUUID(), entries: [] }),
  'reports.take_draft': ({ draft }) => ({ draftId: draft }),
  'reports.put_away_draft': ({ draft }) => ({ draftId: draft, reason: 'FEIL' }),
  'reports.new_enquiry': () => ({}),
  'reports.note_enquiry': () => ({ enquiryId: randomUUID(), who: '', from: '', number: '', about: '', said: '' }),
  'reports.open_enquiry': ({ enquiry }) => ({ enquiryId: enquiry }),
  'reports.read_enquiry': ({ enquiry }) => ({ enquiryId: enquiry, done: '' }),
  'reports.draft': ({ draft }) => ({ draftId: draft }),
  'reports.desk': () => ({}),
  'reports.pads': () => ({}),
  'reports.pad': ({ pad }) => ({ padId: pad }),
  'reports.make_pad': () => ({ sheets: '1', lang: 'nb', where: '' }),
  'reports.print_pad': ({ pad }) => ({ padId: pad }),
  'reports.print_blank': () => ({ lang: 'nb' }),
  'reports.settle_sheets': ({ pad }) => ({ padId: pad, sheets: ['99'], outcome: 'MAKULERT' }),
  'reports.ledger': () => ({}),
  'reports.settle_lost': ({ lost }) => ({ lostId: lost, did: 'x' }),
  'consultations.list': () => ({}),
  'consultations.new': () => ({}),
  'consultations.register': () => talk(''),
  'consultations.open': ({ consultation }) => ({ consultationId: consultation }),
  'consultations.answer': ({ consultation }) => ({ consultationId: consultation, messageId: randomUUID(), parts: 1, advice: '', card: '', minutes: '', topics: [], outcome: '', notNames: [] }),
  'consultations.become_report': ({ consultation }) => ({ consultationId: consultation, reference: '', ground: '', grounds: '', notNames: [] }),
  'cases.advice_form': ({ report }) => ({ reportId: report }),
  'cases.advise_on_report': ({ report }) => ({ reportId: report, advice: '' }),
  'cases.open_case': ({ report }) => ({ reportIds: [report], connection: 'VET IKKE' }),
  'cases.same_person': ({ report }) => ({ reportId: report }),
  'cases.join_report': (ids) => ({ caseId: ids.case, reportId: ids.report, connection: 'VET IKKE' }),
  'people.read_traces': () => ({}),
  'cases.list': () => ({}),
  'cases.night_desk': () => ({}),
  'cases.open_night_card': () => ({ reference: '', name: '', codeWord: '' }),
  'cases.find_for_log': () => ({}),
  'cases.log_review': () => ({}),
  'cases.draw_log_review': () => ({}),
  'cases.mark_review': ({ review }) => ({ reviewId: review, verdict: 'FOLGES_OPP', word: '', revision: '1' }),
  'staff.own_declaration': () => ({}),
  'staff.declare': () => ({ version: 9, lang: 'nb', accepted: true }),
  'staff.write_declaration': () => ({ version: 9, words: 'Du har taushetsplikt om det du får vite i arbeidet her.' }),
  'cases.find_for_emergency': () => ({}),
  'cases.emergencies': () => ({}),
  'cases.search_page': () => ({}),
  'cases.search': () => ({ term: '' }),
  'staff.own_settings': () => ({}),
  'staff.own_contact': () => ({}),
  'staff.choose_contact': () => ({ email: 'ingen adresse', phone: '', lang: 'nb', newReport: true, akutt: true, digest: true, sms: false, standIn: '', from: '', to: '' }),
  'staff.set_contact': ({ person }) => ({ userId: person, email: 'ingen adresse', phone: '' }),
  'notices.sent': () => ({}),
  'notices.tell': () => ({ mail: false, sms: false }),
  'notices.begin': () => ({ messageId: randomUUID() }),
  'notices.end': () => ({ messageId: randomUUID(), result: 'sent', code: 'sent' }),
  'staff.choose_keys': () => ({ singleKeys: true }),
  'staff.keep_text': () => ({ page: randomUUID(), path: '/', action: '/', pairs: [] }),
  'staff.kept_text': ({ kept }) => ({ keptId: kept }),
  'staff.drop_text': ({ thrown }) => ({ keptId: thrown }),
  'staff.machine': () => ({}),
  'staff.share_machine': () => ({ shared: false }),
  'cases.my_day': () => ({}),
  'cases.confirm_classification': (ids) => ({ caseId: ids.case, proposal: '1' }),
  'cases.confirm_transfer': (ids) => ({ caseId: ids.case, proposal: '1' }),
  'cases.confirm_not_a_case': (ids) => ({ caseId: ids.case, proposal: '1' }),
  'cases.close_case': (ids) => ({ caseId: ids.case, proposal: '1' }),
  'cases.confirm_lowering': (ids) => ({ caseId: ids.case, proposal: '1' }),
  'cases.say_writing': (ids) => ({ caseId: ids.case, writing: false }),
  'cases.write_safety_plan': (ids) => ({ caseId: ids.case, planVersion: '0' }),
  'cases.update_measure': (ids) => ({ caseId: ids.case, measureId: randomUUID() }),
  'upkeep.project_again': (ids) => ({ fileId: ids.case }),
  'statistics.figures': () => ({}),
  'statistics.internal': () => ({}),
  'statistics.over_time': () => ({}),
  'statistics.outreach': () => ({}), 'statistics.hours': () => ({ municipality: '9901' }),
  'statistics.save_hours': () => ({ municipality: '9901', year: 2026, hours: ['tre'], seen: [0] }),
  'statistics.add_outreach': () => ({ newId: randomUUID(), on: '', kind: 'KURS', reached: '', theme: '', group: '', name: '', adoptedBy: '', replacedOn: '' }),
  'statistics.remove_outreach': () => ({ outreachId: randomUUID() }),
  'statistics.explore': () => ({}),
  'staff.register': () => ({}),
  'staff.invite': () => ({ name: 'Tiril Vik', unit: '', municipalityId: randomUUID(), subject: 'tiril' }),
  'staff.invite_first': () => ({ name: 'Tiril Vik', unit: '', municipalityId: null, roles: ['SYSTEMADMIN'], identityLookup: Buffer.from(randomUUID()) }),
  'staff.correct': ({ person }) => ({ userId: person, name: 'Even Strand', unit: 'Hjemmetjenesten', municipalityId: randomUUID() }),
  'staff.disable': ({ disabled }) => ({ userId: disabled }),
  'staff.reopen': ({ person }) => ({ userId: person }),
  'staff.propose_role': ({ person }) => ({ userId: person, role: 'KONGE' }),
  'staff.confirm_role': ({ grant }) => ({ grantId: grant }),
  'staff.propose_supervision': ({ person }) => ({ grantId: randomUUID(), userId: person, supervisor: 'ingen', basis: 'HPL_30', grounds: 'Tilsyn.', municipalities: [], lastDay: '2026-03-20' }),
  'staff.supervisions': () => ({}),
  'staff.end_role': ({ endedGrant }) => ({ grantId: endedGrant }),
  'staff.choose_dormant_days': () => ({ days: '120' }), 'staff.shut_out_dormant': () => ({}),
  'staff.choose_reserve': ({ reserve }) => ({ userId: reserve }),
  'regions.set_up': ({ reserve }, site) => ({ site, reserveUserId: reserve }),
  'regions.site_draft': () => ({}),
  'regions.save_site': () => ({ typed: {}, changedAt: '' }),
  'regions.publish_site': () => ({}),
  'regions.renew_keys': () => ({}),
  'regions.members': () => ({}),
  'regions.senders': () => ({}),
  'regions.add_sender': () => ({ name: '', organisation: '', keys: '' }),
  'regions.end_sender': () => ({ senderId: randomUUID() }),
  'regions.clocks': () => ({}),
  'regions.change_clocks': () => ({ typed: {}, version: '' }),
  'cases.renew_clocks': () => ({}),
  'regions.new_agreement': () => ({ municipalityId: randomUUID(), from: '2026-03-01', organisation: 'Fjordby kommune', agreement: 'Avtale', controller: '', legalBasis: 'Avtale' }),
  'regions.add_municipality': () => ({ number: '9901', name: 'Fjordby', from: '2026-03-01', organisation: 'Fjordby kommune', agreement: 'Avtale', controller: 'Fjordby kommune', legalBasis: 'Avtale' }),
  'regions.merge_municipality': () => ({ ends: randomUUID(), into: randomUUID(), from: '2026-03-01' }),
};

/** The same for rights, the archive and breaches. */
const PRIVACY_INPUTS: Readonly<Record<string, (ids: Ids) => Input>> = {
  'privacy.requests': () => ({}),
  'privacy.register_request': () => ({ requestId: randomUUID(), requester: 'ANNEN', name: 'Noen', about: 'Noen', asks: '', reach: '', receivedOn: '2999-01-01', identity: 'IKKE_SJEKKET', identityHow: '' }),
  'privacy.request': ({ request }) => ({ requestId: request, lang: 'nb' }),
  'privacy.check_identity': ({ request }) => ({ requestId: request, version: '99', identity: 'KJENT', identityHow: '' }),
  'privacy.link_file': ({ request }) => ({ requestId: request, version: '99', reference: 'INGEN' }),
  'privacy.decide_passages': ({ request }) => ({ requestId: request, version: '99', file: randomUUID(), decisions: {} }),
  'privacy.extend_request': ({ request }) => ({ requestId: request, version: '99', reason: 'MANGE_KRAV', toldOn: '2999-01-01', toldHow: 'Brev', lang: 'nb' }),
  'privacy.answer_request': ({ request }) => ({ requestId: request, version: '99', letter: 'VERKEN_ELLER', answeredOn: '2999-01-01', how: 'Muntlig', lang: 'nb' }),
  'privacy.advise_request': ({ request }) => ({ requestId: request, version: '99', advice: 'Svar likt.' }),
  'privacy.archive': () => ({}),
  'privacy.propose_disposal': (ids) => ({ caseId: ids.case, operation: 'KASSASJON', receiver: '' }),
  'privacy.confirm_disposal': ({ disposal }) => ({ disposalId: disposal }),
  'privacy.withdraw_disposal': ({ disposal }) => ({ disposalId: disposal }),
  'privacy.carry_out_disposal': ({ disposal }) => ({ disposalId: disposal, told: [] }),
  'privacy.dispose_again': () => {
    const [file, moment] = [randomUUID(), '2026-03-02T08:00:00.000Z'];
    return { told: {
      disposal_id: randomUUID(), operation: 'KASSASJON', file_id: file, files: [file], reference: '2024-K7QF3M', rule: 'KORT', receiver: null, owner_municipality_id: null, closed_on: '2024-03-02', entries: 1,
      head: Buffer.from([1]), proposed_by: randomUUID(), proposed_at: moment, confirmed_by: randomUUID(), confirmed_at: moment, withdrawn_at: null, done_at: null, revision: 2, package_id: null, package_pdf: null, package_json: null, package_files: null, received_by: null, received_at: null,
    } };
  },
  'privacy.breaches': () => ({}),
  'privacy.breach': ({ breach }) => ({ breachId: breach }),
  'privacy.save_breach': () => ({ breachId: randomUUID(), version: '0', concerns: ['REGION'], what: '', discoveredAt: '2026-03-01T08:00', affected: '1', kinds: '', consequences: '', measures: '', authority: 'IKKE_AVGJORT', authorityAt: '', authorityWhy: '', told: 'IKKE_AVGJORT', toldWhy: '' }),
};

/** Throws where nobody has said what a form of this use case looks like. */
export function inputFor(name: string, ids: Ids, site: unknown): Input {
  const make = INPUTS[name] ?? PRIVACY_INPUTS[name] ?? PUBLICATION_INPUTS[name] ?? RETURN_INPUTS[name] ?? (name.startsWith('cases.') ? (own: Ids): Input => ({ caseId: own.case }) : undefined);
  if (make === undefined) throw new Error(`the use case ${name} has no form in test/access/lived.ts: say there what may be sent to it without changing anything`);
  return make(ids, site);
}
