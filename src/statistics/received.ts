import type { ConsultationState } from '../consultations/public.ts';
import { osloDay } from '../kernel/time.ts';
import { CHANNEL, type Channel, type Reporter, type Violence } from '../reports/codes.ts';
import type { ReportState } from '../reports/public.ts';
import { isSecret } from './pace.ts';

/** A report that came, whatever became of it. As coarse as a case's row, and of the same making: codes and a month. */
export type ReportFact = {
  readonly receivedMonth: string;
  readonly owner: string | undefined;
  readonly channel: Channel;
  readonly reporter: Reporter;
  readonly anonymous: boolean;
  /** how it ended in reception; absent while nobody has decided */
  readonly became: ReportState['outcome'];
};

/** An anonymous consultation: nobody is named in it, and here not even its words. */
export type ConsultationFact = {
  readonly receivedMonth: string;
  readonly owner: string | undefined;
  readonly direction: ConsultationState['direction'];
  readonly service: Reporter;
  readonly violence: readonly Violence[];
  readonly topics: readonly string[];
  readonly outcome: string | undefined;
};

/** undefined before it can be read; one that told of several people is counted in its parts. @param ownerNumber four digits, or undefined */
export function factOfReport(state: ReportState, ownerNumber: string | undefined): ReportFact | undefined {
  const report = state.contents.at(-1)?.report;
  if (report === undefined || state.receivedAt === undefined || state.split !== undefined) return undefined;
  return {
    receivedMonth: osloDay(state.receivedAt).slice(0, 7), owner: isSecret(state) ? undefined : ownerNumber, channel: CHANNEL.is(state.channel) ? state.channel : report.channel,
    reporter: report.reporter.code, anonymous: report.mode === 'B' || report.mode === 'C', became: state.outcome,
  };
}

/** @param ownerNumber four digits, or undefined */
export function factOfConsultation(state: ConsultationState, ownerNumber: string | undefined): ConsultationFact | undefined {
  const { receivedAt, about } = state;
  if (receivedAt === undefined || about === undefined) return undefined;
  const topics = new Set(state.advice.flatMap((one) => one.topics));
  return {
    receivedMonth: (state.on ?? osloDay(receivedAt)).slice(0, 7), owner: ownerNumber, direction: state.direction, service: about.service, violence: about.violence,
    topics: [...topics].toSorted(), outcome: state.advice.at(-1)?.outcome,
  };
}
