import type { ReactNode } from 'react';
import { QUESTIONS, type QuestionName, type ShareAnswers } from '../../share/questions.ts';
import { shareWords } from '../../share/texts/easy.ts';
import { Button } from '../../../web/ui/buttons.tsx';
import { RadioGroup } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import type { Option } from '../../../web/ui/fields.tsx';
import { Form, PageHead } from '../../../web/ui/layout.tsx';
import { Alert } from '../../../web/ui/surfaces.tsx';
import { ChildProtection } from './boxes.tsx';
import { Page, PhoneLink, type PublicPage } from './page.tsx';
import { path } from './paths.ts';
import type { Voice } from './voice.ts';

export type SharePageProps = PublicPage & {
  readonly answers?: ShareAnswers | undefined;
  /** the question that must be answered before there can be any advice */
  readonly missing?: QuestionName | undefined;
};

type AskedProps = SharePageProps & { readonly answers: ShareAnswers };

/**
 * «Kan jeg dele?»: all questions in one document. Each opens under the one before it, by CSS; where that cannot be, all stand there.
 * Nothing is stored, and no answer stands in the address: «Vis svar» posts them.
 */
export function SharePage(props: SharePageProps) {
  const { lang, variety, missing } = props;
  const t = shareWords({ lang, variety });
  const faults = missing === undefined ? [] : [{ field: fieldId(missing), text: `${t[`q_${missing}`]} ${t.missing}` }];
  return (
    <Page {...props} name="share" title={t.title} faults={faults.length}>
      <ErrorSummary faults={faults} kept={Object.keys(props.answers ?? {}).length > 0} />
      <PageHead heading={t.heading} lead={t.lead} />
      <div className="vr-share">
        <Form action={path(lang, 'share', variety)}>
          <Questions {...props} answers={props.answers ?? {}} />
          <div className="vr-share-show">
            <Button>{t.show}</Button>
            <p className="vv-quiet">{t.help}</p>
          </div>
        </Form>
      </div>
    </Page>
  );
}

/** One inside the other, as they are asked: what hides a question hides those that follow from it. */
function Questions(props: AskedProps) {
  const voice: Voice = { lang: props.lang, variety: props.variety };
  return (
    <>
      <Asked {...props} name="hvor" columns />
      <Next {...voice} of="fare">
        <Asked {...props} name="fare" />
        <DangerNow {...voice} />
        <Next {...voice} of="barn">
          <Asked {...props} name="barn" />
          <Child {...props} />
          <Next {...voice} of="alvor">
            <Asked {...props} name="alvor" />
            <Next {...voice} of="spurt">
              <Asked {...props} name="spurt" />
              <Next {...voice} of="forsto"><Asked {...props} name="forsto" /></Next>
              <Next {...voice} of="kan"><Asked {...props} name="kan" /></Next>
            </Next>
          </Next>
        </Next>
      </Next>
    </>
  );
}

function fieldId(name: QuestionName): string {
  return `d-${name}`;
}

function Next({ of, lang, variety, children }: Voice & { of: QuestionName; children: ReactNode }) {
  return (
    <div className={`vr-block vr-next-${of}`}>
      <p className="vr-or vr-only">{shareWords({ lang, variety }).onlyIf}:</p>
      {children}
    </div>
  );
}

function Asked({ lang, variety, answers, missing, name, columns }: AskedProps & { name: QuestionName; columns?: boolean }) {
  const words: Readonly<Record<string, unknown>> = shareWords({ lang, variety });
  const say = (key: string): string | undefined => (typeof words[key] === 'string' ? words[key] : undefined);
  const values: readonly string[] = QUESTIONS.find((one) => one.name === name)?.values ?? [];
  const options = values.map((value): Option => ({ value, label: say(`${name}_${value}`), description: say(`${name}_${value}_about`) }));
  return (
    <RadioGroup name={name} id={fieldId(name)} label={say(`q_${name}`)} description={say(`q_${name}_about`)} options={options} value={answers[name]} columns={columns}
      error={missing === name ? shareWords({ lang, variety }).missing : undefined} />
  );
}

function DangerNow({ lang, variety }: Voice) {
  const t = shareWords({ lang, variety });
  return (
    <div className="vr-danger">
      <Alert kind="life" heading={t.first_danger_heading}>
        <p>{t.first_danger}</p>
        <p className="vr-big-phone"><PhoneLink number="112" /></p>
      </Alert>
    </div>
  );
}

function Child({ lang, variety, site }: PublicPage) {
  const t = shareWords({ lang, variety });
  return (
    <div className="vr-child">
      <Alert kind="warning" heading={t.first_child_free_heading}>
        <p>{t.childBox}</p>
        <ChildProtection lang={lang} site={site} />
      </Alert>
    </div>
  );
}
