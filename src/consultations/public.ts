export { askedInReport, consultationByReference, meetConsultation, readsConsultation } from './commands/asked.ts';
export { CONSULTATION_FILE, CONSULTATION_PROJECTIONS } from './file.ts';
export type { ConsultationEvent, ConsultationState } from './consultation.ts';
export { maySeeConsultations } from './access.ts';
export { markedWords, unnamedFaults } from './unnamed.ts';
export { DIRECTION, OUTCOME, TOPIC } from './codes.ts';
