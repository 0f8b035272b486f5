import { openCase } from '../../src/cases/queries/open.ts';
import { STEPS, takeInAnswer } from '../../src/cases/public.ts';
import { questionKeys } from '../../src/kernel/sealing/question-code.ts';
import { parseReceiptCode } from '../../src/kernel/sealing/receipt-code.ts';
import { planAnswer, typedAnswer } from '../../src/reports/expert/answer.ts';
import { acting, type Lived, type Teller } from './live.ts';
import { DEMO_REGION } from './region.ts';
import type { Story } from './story.ts';

/** Whoever leads the case asks the GP, who answers by code the next day; and home care, which has not answered yet. */
export async function asksOutside(teller: Teller, { gp, answer, waits }: NonNullable<Story['expert']>, { caseId, lead }: Lived): Promise<void> {
  const act = acting(teller, teller.clock);
  const ask = (more: object) => act.does(lead, STEPS.askExpert, { caseId, newId: act.newId(), seen: 'JA', basis: 'FVL_13B_7', personInformed: 'NEI', personToldWhy: 'Ikke trygt mens han er hjemme.', ...more });
  await act.later(6);
  const { code = '' } = await ask({ organ: 'Fastlege ved Lia legesenter', expertShown: gp, grounds: 'Legen ser henne jevnlig, og vet om det er nye skader.', expertQuestions: ['HELSE', 'TRYGGHET'] });
  await act.later(20);
  await answers(teller, code, answer);
  await act.later(2);
  await act.does(lead, openCase, { caseId });
  await ask({ organ: 'Natt-tjenesten, sykepleier på vakt', expertShown: waits, grounds: 'De er de eneste som er der om natten.', expertQuestions: ['KONTAKT'] });
}

/** The way the page does, and taken in the way the worker does. */
async function answers({ intake, bundle, chance, clock, worker }: Teller, code: string, text: string): Promise<void> {
  const parsed = parseReceiptCode(code);
  if (parsed === undefined) throw new Error('a demo question has no code');
  const visit = chance.uuid();
  const found = await intake.openQuestion(DEMO_REGION, await questionKeys(parsed, DEMO_REGION), visit, clock.now);
  const typed: Readonly<Record<string, string>> = { kan: 'ja', 'svar-HELSE': text, sett: 'SETT', grunnlag: 'HPL_23_4', navn: 'Turid Haugen', rolle: 'Fastlege', arbeidssted: 'Lia legesenter' };
  const planned = planAnswer(typedAnswer((name) => typed[name] ?? ''), undefined, clock.now, 'nb');
  if (found === undefined || !planned.ok) throw new Error('a demo question was not opened');
  const did = await intake.answerQuestion(DEMO_REGION, { ask: found.ask, visit }, planned.value, bundle.intake, clock.now);
  if (did !== 'stored') throw new Error(`a demo answer was refused: ${did}`);
  const waiting = await worker.door.unaudited(DEMO_REGION, 'demo', (ctx) => ctx.tx.selectFrom('app.expert_answer').select('envelope_id').where('region_id', '=', DEMO_REGION).execute());
  for (const { envelope_id: envelopeId } of waiting) await worker.door.enter(takeInAnswer, { kind: 'system', regionId: DEMO_REGION, task: 'open_envelope' }, { envelopeId });
}
