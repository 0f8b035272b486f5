import { dateWords } from '../../web/ui/moments.ts';
import { LinkButton } from '../../web/ui/buttons.tsx';
import { Quiet } from '../../web/ui/layout.tsx';
import { Alert } from '../../web/ui/surfaces.tsx';
import { osloDay } from '../../kernel/time.ts';
import { questionsIn, type WaitsKind } from '../asking.ts';
import { askedTexts } from '../texts/asked.ts';
import type { CaseContent } from '../queries/models.ts';
import { nameOf, type Reading } from './answers.tsx';
import { stepPath } from './paths.ts';

type Props = { readonly model: CaseContent; readonly reading: Reading; readonly about?: readonly WaitsKind[] };

/** Who was asked by name and until when they can answer; or that they no longer can, and the way to ask anew. */
export function AskedLine({ model, reading, about }: Props) {
  const t = askedTexts[reading.lang];
  const may = (key: string) => model.steps.some(({ step, allowed }) => allowed && step === key);
  return questionsIn(model.state, may, model.now).filter((one) => about === undefined || about.includes(one.about)).map(({ about: what, asked, until, lapsed, anew }) => {
    const [name, day] = [nameOf(asked, reading), dateWords(osloDay(until), reading.lang)];
    if (!lapsed) return <p key={what}><Quiet>{t.stands(t[what], name, day)}</Quiet></p>;
    return (
      <Alert key={what} kind="warning">
        <p>{t.lapsed(t[what], name, day)}</p>
        {anew === undefined ? <p>{t.others}</p> : <p>{anew === 'returnClosing' ? `${t.takeBackFirst} ` : null}<LinkButton small href={stepPath(model.fileId, anew)}>{anew === 'returnClosing' ? t.takeBack : t.anew}</LinkButton></p>}
      </Alert>
    );
  });
}
