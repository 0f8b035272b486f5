import type { Lang } from '../../../kernel/texts.ts';
import type { DraftLine, Drafts } from '../../commands/drafts.ts';
import { CHANNEL } from '../../codes.ts';
import { deskTexts } from '../../texts/desk.ts';
import { AWAY_REASONS } from '../../desk/typed.ts';
import { Button, LinkButton } from '../../../web/ui/buttons.tsx';
import { RadioGroup } from '../../../web/ui/choices.tsx';
import { Form, FormActions, Quiet, Row, Stack } from '../../../web/ui/layout.tsx';
import { momentWords } from '../../../web/ui/moments.ts';
import { Card, Details, Tag } from '../../../web/ui/surfaces.tsx';
import { awayPath, draftPath, takePath } from './paths.ts';

/** Talks that were not handed over. What was written in them stands behind the link. */
export function DraftsList({ drafts, lang, but, settles }: { drafts: Drafts; lang: Lang; /** the one that is open here */ but?: string | undefined; /** this person may put one away */ settles?: boolean | undefined }) {
  const t = deskTexts[lang];
  const mine = drafts.mine.filter((one) => one.draft_id !== but);
  if (mine.length + drafts.left.length === 0) return null;
  return (
    <Card heading={t.drafts} symbol="note" tone="tinted" id="uferdige">
      <Stack gap="s">
        {settles === true && [...mine, ...drafts.left].some(({ old }) => old) ? <p>{t.settleOldLead}</p> : null}
        {mine.map((one) => (
          <Stack key={one.draft_id} gap="xs">
            <Row spread><Line one={one} lang={lang} /><LinkButton href={draftPath(one.channel, one.draft_id)} small>{t.goOn}</LinkButton></Row>
            {settles === true ? <PutAway one={one} lang={lang} /> : null}
          </Stack>
        ))}
        {drafts.left.length === 0 ? null : <p><strong>{t.leftHeading}</strong></p>}
        {drafts.left.map((one) => (
          <Stack key={one.draft_id} gap="xs">
            <Form action={takePath(one.draft_id)}>
              <Row spread><Line one={one} lang={lang} /><Button variant="secondary" small>{t.takeOver}</Button></Row>
            </Form>
            {settles === true ? <PutAway one={one} lang={lang} /> : null}
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

/** A talk that became no report is settled with a reason; only then is it gone. */
function PutAway({ one, lang }: { one: DraftLine; lang: Lang }) {
  const t = deskTexts[lang];
  return (
    <Details summary={t.putAway}>
      <Form action={awayPath(one.draft_id)}>
        <RadioGroup name="reason" id={`grunn-${one.draft_id}`} label={t.putAwayWhy} options={AWAY_REASONS.map((value) => ({ value, label: t[`away_${value}`] }))} required />
        <FormActions><Button variant="secondary" small>{t.putAway}</Button></FormActions>
      </Form>
    </Details>
  );
}

function Line({ one, lang }: { one: DraftLine; lang: Lang }) {
  const t = deskTexts[lang];
  return <span>{CHANNEL.label(one.channel, lang)} <Quiet>{t.begun(momentWords(one.started_at, lang))}{one.whose === undefined ? '' : ` ${t.by(one.whose)}`}</Quiet>{one.old ? <> <Tag tone="warning" symbol="clock">{t.settleOld}</Tag></> : null}</span>;
}
