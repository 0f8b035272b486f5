import type { ReactNode } from 'react';
import type { Advice } from '../../share/decide.ts';
import { LAWS, type LawRow } from '../../share/laws.ts';
import type { FirstId } from '../../share/rules.ts';
import type { ShareAnswers } from '../../share/questions.ts';
import { shareWords } from '../../share/texts/easy.ts';
import { Button } from '../../../web/ui/buttons.tsx';
import { TextArea } from '../../../web/ui/fields.tsx';
import { Form, PageHead, Prose, Section } from '../../../web/ui/layout.tsx';
import { Alert, Tag, type Tone } from '../../../web/ui/surfaces.tsx';
import type { SymbolName } from '../../../web/ui/symbols.tsx';
import { ChildProtection } from './boxes.tsx';
import { Page, PhoneLink, Points, WithPhone, type PublicPage } from './page.tsx';
import { path } from './paths.ts';

export type ShareResultProps = PublicPage & {
  readonly advice: Advice;
  /** the answers that led here; they go along to the form, and back to be changed */
  readonly asked: ShareAnswers;
};

/** What a posted page of «Kan jeg dele?» is for, besides showing the answer. */
export const SHARE_WISH = { change: 'endre', form: 'videre' } as const;

const LOOK: Readonly<Record<Advice['kind'], { readonly tone: Tone; readonly symbol: SymbolName }>> = {
  share: { tone: 'success', symbol: 'check' }, ask: { tone: 'info', symbol: 'chat' }, anonymous: { tone: 'accent', symbol: 'person' },
};

/** The advice: first what cannot wait, then one of three, what it rests on, and a sentence for the employee's own record. */
export function ShareResult(props: ShareResultProps) {
  const { lang, variety, advice } = props;
  const t = shareWords({ lang, variety });
  return (
    <Page {...props} name="share" title={t.title}>
      <div className="vr-share-answer">
        {advice.first.map((id) => <First key={id} id={id} {...props} />)}
        <Tag {...LOOK[advice.kind]}>{t[`answer_${advice.kind}`]}</Tag>
        <PageHead heading={t[`head_${advice.rule}`]} lead={t[`why_${advice.rule}`]} />
        <Law {...props} />
        <What {...props} />
        <Receivers {...props} />
        <Notes {...props} />
        <OwnRecord {...props} />
        <Onward {...props} />
        <p className="vv-quiet vr-after">{t.help}</p>
      </div>
    </Page>
  );
}

function First({ id, lang, variety, site, advice }: ShareResultProps & { id: FirstId }) {
  const t = shareWords({ lang, variety });
  if (id === 'danger') {
    return (
      <Alert kind="life" heading={t.first_danger_heading}>
        <p>{t.first_danger}</p>
        <p className="vr-big-phone"><PhoneLink number="112" /></p>
      </Alert>
    );
  }
  const law: LawRow = LAWS[advice.law];
  return (
    <Alert kind="warning" heading={t[`first_${id}_heading`]}>
      <p>{id === 'child' ? t.first_child(together(law.child ?? '')) : t[`first_${id}`]}</p>
      <ChildProtection lang={lang} site={site} />
    </Alert>
  );
}

function Law({ lang, variety, advice }: ShareResultProps) {
  const t = shareWords({ lang, variety });
  const secrecy = together(LAWS[advice.law].secrecy);
  const paragraph = together(advice.ground.paragraph);
  const rests = advice.rule === 'free' ? t.ground_free(paragraph) : advice.kind === 'share' ? t.ground(paragraph) : advice.kind === 'ask' ? t.ground_ask(paragraph) : t.ground_nameless(paragraph);
  return <Section heading={t.groundHeading}><p>{rests}{secrecy === '' ? '' : ` ${t.secrecy(secrecy)}`}</p></Section>;
}

/** A paragraph’s sign is not parted from its number at the end of a line. */
function together(paragraph: string): string {
  return paragraph.replace(/§ /g, '§\u00a0');
}

function What({ lang, variety, advice }: ShareResultProps) {
  const t = shareWords({ lang, variety });
  if (advice.kind === 'ask') return <Section heading={t.howHeading}><Points text={t.how} /></Section>;
  const emergency = advice.receivers.some((one) => one !== 'team');
  const text = advice.kind === 'anonymous' ? t.what_nameless : advice.rule === 'free' ? t.what_free : t.what_share;
  return <Section heading={t.whatHeading}><Points text={emergency ? `${t.what_emergency}\n${text}` : text} /></Section>;
}

function Receivers({ lang, variety, site, advice }: ShareResultProps) {
  const t = shareWords({ lang, variety });
  if (advice.receivers.length === 0) return null;
  const nameless = advice.kind === 'anonymous';
  const team = nameless ? t.to_team_nameless(site.name) : toForm(advice) ? t.to_team(site.name) : t.to_team_phone(site.name);
  const words: Readonly<Record<(typeof advice.receivers)[number], ReactNode>> = {
    emergency: t.to_emergency, police: t.to_police, team: <WithPhone text={team} number={nameless ? site.talk.number : site.phone.number} />,
  };
  return (
    <Section heading={t.toHeading}>
      <Prose><ul>{advice.receivers.map((one) => <li key={one}>{words[one]}</li>)}</ul></Prose>
    </Section>
  );
}

function Notes({ lang, variety, advice }: ShareResultProps) {
  const t = shareWords({ lang, variety });
  return advice.notes.length === 0 ? null : <Section heading={t.notesHeading}><Points text={advice.notes.map((id) => t[`note_${id}`]).join('\n')} /></Section>;
}

/** A box one can mark and copy; it belongs to no form, so nothing written in it goes anywhere. */
function OwnRecord({ lang, variety, site, advice }: ShareResultProps) {
  const t = shareWords({ lang, variety });
  if (advice.rule === 'free') return null;
  return (
    <Section heading={t.recordHeading}>
      <TextArea name="setning" label={t.recordAbout} value={t[`record_${advice.rule}`](advice.ground.paragraph, site.name)} rows={5} />
      <p className="vv-quiet">{t.recordCare}</p>
    </Section>
  );
}

/** The form takes what rests on one of its own codes; what does not (the police's own act) is told by phone. */
function toForm({ kind, rule, ground }: Advice): boolean {
  return kind !== 'ask' && (rule === 'free' || ground.basis !== undefined);
}

function Onward({ lang, variety, site, advice, asked }: ShareResultProps) {
  const t = shareWords({ lang, variety });
  return (
    <Section heading={t.nextHeading}>
      {toForm(advice) && site.formOpen ? (
        <Form action={path(lang, 'share', variety)} hidden={{ ...asked, [SHARE_WISH.form]: 'ja' }}>
          <Button>{advice.kind === 'anonymous' ? t.next_anonymous : t.next_share}</Button>
          <p className="vv-quiet">{t.nextAbout}</p>
        </Form>
      ) : null}
      <p><WithPhone text={t.nextTalk} number={site.talk.number} /></p>
      <Form action={path(lang, 'share', variety)} hidden={{ ...asked, [SHARE_WISH.change]: 'ja' }}>
        <Button variant="secondary">{t.change}</Button>
      </Form>
    </Section>
  );
}
