import { CASE_STATUSES } from '../status.ts';
import type { Move, Step, Who } from '../workflow.ts';

/** A letter may have to be written, or sent, after the case has ended. */
const WHEREVER: readonly Move[] = CASE_STATUSES.map((status): Move => [status, status]);
/** In one that went on in another nobody writes: what is known of the home and of safe ways is known there. */
const WHERE_IT_IS: readonly Move[] = WHEREVER.filter(([status]) => status !== 'SAMMENSLATT');
const WRITERS: Who = { roles: ['KOORDINATOR'], lead: true };

export type DocumentStepKey = 'draftDocument' | 'editDocument' | 'finaliseDocument' | 'recordSending';

/** Documents of a case: written, finalised, written anew; sent by people. workflow.ts takes them in with the others. */
export const DOCUMENT_STEPS: Readonly<Record<DocumentStepKey, Step>> = {
  draftDocument: {
    number: 'T19', moves: WHERE_IT_IS, who: WRITERS, conditions: [],
    required: ['letter', 'delivery'], requiredWhen: [{ field: 'letter', is: ['ANMODNING'], require: ['basis'] }, { field: 'delivery', is: ['HJEM'], require: ['homeSafe'] }], optional: ['digitalWay', 'restsOn', 'withinConsent', 'toHealth', 'despiteObjection', 'docTo', 'docLang'], inSight: ['digitalWay', 'restsOn', 'withinConsent', 'toHealth', 'despiteObjection'],
    event: 'DocumentDrafted', source: 'fvl §§ 11, 13 a, 13 b',
  },
  editDocument: {
    number: 'T19', moves: WHERE_IT_IS, who: WRITERS, conditions: ['DOCUMENT_BEGUN'],
    required: ['document', 'docText'], optional: [], event: 'DocumentDrafted', source: 'vår regel',
  },
  finaliseDocument: {
    number: 'T19', moves: WHERE_IT_IS, who: WRITERS, conditions: ['DOCUMENT_DRAFTED'],
    required: ['document', 'delivery'], requiredWhen: [{ field: 'delivery', is: ['HJEM'], require: ['homeSafe'] }], optional: ['digitalWay', 'restsOn', 'withinConsent', 'toHealth', 'despiteObjection', 'openness'], inSight: ['digitalWay', 'restsOn', 'withinConsent', 'toHealth', 'despiteObjection'], event: 'DocumentFinalised', source: 'arkivlova § 5; arkivforskrifta § 5; offentleglova § 13',
  },
  recordSending: {
    number: 'T19', moves: WHEREVER, who: WRITERS, conditions: ['DOCUMENT_FINALISED'],
    required: ['document', 'sentHow', 'sentTo'], optional: ['happenedAt'], event: 'DocumentSent', source: 'fvl § 11 d',
  },
};
