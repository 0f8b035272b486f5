import { z } from 'zod';
import { command } from '../../kernel/door.ts';
import { idField } from '../../kernel/id-field.ts';
import { changeFile, createFile, fileExists, openFile } from '../../kernel/journal/file.ts';
import { done, refuse } from '../../kernel/outcome.ts';
import { lineField, textField } from '../../kernel/text-field.ts';
import { day, osloDay } from '../../kernel/time.ts';
import { listMunicipalities } from '../../regions/public.ts';
import { AGE_BAND } from '../../people/codes.ts';
import { basesOn, REPORTER, VIOLENCE } from '../../reports/codes.ts';
import { adviseReporter, findReferred, GIVEN, readConsulted, referredAmong, referToConsultation, settleConsulted } from '../../reports/public.ts';
import { mayAdvise, maySeeConsultations, mayTieReport, type TieFacts } from '../access.ts';
import { DIRECTION, TOPIC } from '../codes.ts';
import { decideAnswered, decideBecame, decideRegistered, knownBy } from '../consultation.ts';
import { CONSULTATION_FILE } from '../file.ts';
import { consultationFacts, newReference } from './asked.ts';

/** Most characters (UTF-16 units) of what is typed. Advice goes through the window, which takes no more. */
export const TYPED_MOST = { line: 200, text: 2000 } as const;
const text = textField(TYPED_MOST.text);
const line = lineField(TYPED_MOST.line);
const notNames = z.array(z.string().max(TYPED_MOST.text)).max(200);

/** The boxes in which advice is written down, wherever they stand. */
const ADVICE = { advice: text, card: line, minutes: z.string().max(20), topics: z.array(z.enum(TOPIC.codes, 'not_offered')).max(TOPIC.codes.length), outcome: z.string().max(40), notNames } as const;

const DAY = z.string().transform((typed, issue) => {
  const found = day(typed);
  if (found === undefined) issue.addIssue({ code: 'custom', message: 'no_such_day' });
  return found ?? z.NEVER;
});

/** A talk by telephone or across the table, of those who asked us or whom we asked. The same form sent twice is one talk. */
export const registerConsultation = command({
  name: 'consultations.register',
  schema: z.strictObject({
    consultationId: idField<'file'>(), direction: z.enum(DIRECTION.codes, 'not_offered'), on: DAY, service: z.enum(REPORTER.codes, 'service_missing'), municipality: z.string().max(4),
    violence: z.array(z.enum(VIOLENCE.codes, 'not_offered')).max(VIOLENCE.codes.length), ageBand: z.union([z.literal('').transform(() => undefined), z.enum(AGE_BAND.codes, 'not_offered')]), ...ADVICE,
  }),
  facts: async () => ({}),
  access: maySeeConsultations,
  run: async (ctx, { consultationId, ...talk }) => {
    const known = await consultationFacts(ctx, consultationId);
    if (known !== undefined) return done({ fileId: known.fileId });
    if (await fileExists(ctx, consultationId)) return refuse('not_found');
    const members = await listMunicipalities(ctx.tx, ctx.regionId);
    if (talk.municipality !== '' && !members.some(({ number }) => number === talk.municipality)) return refuse('bad_input', { municipality: 'not_offered' });
    const decision = decideRegistered(talk, { reference: newReference(ctx), today: osloDay(ctx.now), now: ctx.now });
    if (!decision.ok) return decision;
    await createFile(ctx, CONSULTATION_FILE, consultationId, decision.value);
    return done({ fileId: consultationId });
  },
});

/** Advice to whoever asked with the form: written down, and sealed to the code where there is a window. The report is then done with, unless more had come than the `parts` that were read: that waits for an answer of its own. Refusals: those of decideAnswered; `named_by_now` where it is no consultation any more. */
export const answerConsultation = command({
  name: 'consultations.answer',
  schema: z.strictObject({ consultationId: idField<'file'>(), messageId: idField<'message'>(), parts: z.int().min(0).max(32_000), ...ADVICE }),
  filesAsked: ({ consultationId }) => [consultationId],
  facts: (ctx, input) => consultationFacts(ctx, input.consultationId),
  access: mayAdvise,
  run: async (ctx, input, { fileId, reportId }) => {
    const { consultationId: _, parts, ...typed } = input;
    if (reportId === undefined) return refuse('not_asked');
    const { named, window } = await readConsulted(ctx, reportId, undefined);
    // Whoever wrote it is written to from the report by now, and from its case.
    if (named) return refuse('named_by_now');
    const sends = window === 'open';
    const outcome = await changeFile(ctx, CONSULTATION_FILE, fileId, (state) => decideAnswered(state, typed, sends, ctx.now));
    if (!outcome.ok) return outcome;
    if (sends) {
      const sent = await adviseReporter(ctx, reportId, { messageId: typed.messageId, text: typed.advice });
      if (!sent.ok) return sent;
    }
    await settleConsulted(ctx, reportId, parts);
    return done({ fileId });
  },
});

/** «Bli til sak»: on consent or a basis in law somebody reported; that report is new, only its reference stands here, and in it this one's. One that whoever writes may not know of is as if it were not there. */
export const becomeReport = command({
  name: 'consultations.become_report',
  schema: z.strictObject({ consultationId: idField<'file'>(), reference: line, ground: z.string().max(60), grounds: text, notNames }),
  filesAsked: ({ consultationId }) => [consultationId],
  facts: async (ctx, input): Promise<TieFacts | undefined> => {
    const [facts, wanted] = [await consultationFacts(ctx, input.consultationId), await findReferred(ctx, input.reference.toUpperCase())];
    return facts === undefined ? undefined : { ...facts, wanted };
  },
  access: mayTieReport,
  run: async (ctx, input, { fileId, reportId, wanted }) => {
    const { consultationId: _, ...typed } = input;
    const { state: { became, reference } } = await openFile(ctx, CONSULTATION_FILE, fileId);
    const known = await referredAmong(ctx, became.map((one) => one.reference));
    const lifts = { consents: GIVEN, bases: basesOn(osloDay(ctx.now)) };
    const outcome = await changeFile(ctx, CONSULTATION_FILE, fileId, (state) => decideBecame(knownBy(state, known, false), { ...typed, reference: typed.reference.toUpperCase(), found: wanted !== undefined }, lifts, ctx.now));
    if (!outcome.ok) return outcome;
    if (wanted !== undefined) await referToConsultation(ctx, wanted, { reference, consultation: fileId, report: reportId });
    return done({ fileId });
  },
});
