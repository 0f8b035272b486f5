import type { Lang } from '../../../kernel/texts.ts';
import { TextLink } from '../../../web/ui/buttons.tsx';
import { Quiet, ScreenOnly, Section, Sheet, Stack } from '../../../web/ui/layout.tsx';
import { Table } from '../../../web/ui/table.tsx';
import type { Pads } from '../../queries/paper.ts';
import { outageTexts } from '../../paper/outage-texts.ts';
import { deskTexts } from '../../texts/desk.ts';
import { OTHER, PHONE } from '../desk/paths.ts';

type Line = { readonly name: string; readonly number: string };

/** What lies by the phone beside a pad: what is done without machine or network, whom to call, and what is done afterwards. It comes alone on paper. A report is read aloud to colleagues alone (fvl § 13), and to nobody whom it names (fvl § 6): their table is their own. */
export function OutagePack({ pads: { site, wake, mayType }, lang }: { pads: Pads; lang: Lang }) {
  const t = outageTexts[lang];
  const list = (lines: readonly string[]) => <ol>{lines.map((line) => <li key={line}>{line}</li>)}</ol>;
  const numbers = (caption: string, rows: readonly Line[]) => (
    <Table<Line> caption={caption} captionHidden stacked rows={rows} rowKey={(row) => row.name} columns={[
      { key: 'who', label: t.who, rowHeader: true, cell: (row) => row.name },
      { key: 'number', label: t.number, cell: (row) => (row.number === '' ? <span className="vv-quiet">{t.byHand}</span> : row.number) },
    ]} />
  );
  const phones = site === undefined ? [] : [{ name: site.phone.name[lang], number: site.phone.number }, { name: t.talk, number: site.talk.number }];
  return (
    <Sheet>
      <Section heading={t.heading} id="nodpakke">
        <ScreenOnly><p>{t.lead}</p><p><Quiet>{t.howToPrint}</Quiet></p></ScreenOnly>
        <Stack>
          <Section heading={t.now} level={3}>{list([t.danger, t.paper, t.urgent, t.notNamed, t.locked])}<p><strong>{t.sayHeading}</strong> {deskTexts[lang].line}</p><p>{t.noCards}</p></Section>
          <Section heading={t.inDanger} level={3}>{numbers(t.inDanger, [{ name: t.police, number: '112' }, { name: t.ambulance, number: '113' }])}</Section>
          <Section heading={t.call} level={3}>{numbers(t.call, wake.map(({ name, unit }) => ({ name: `${name}, ${unit}`, number: '' })))}</Section>
          <Section heading={t.others} level={3}>{numbers(t.others, [{ name: t.policeLater, number: '02800' }, ...phones])}</Section>
          <Section heading={t.after} level={3}>
            {list([t.enter, t.trueTime, t.sheetNumber, t.shred])}
            {mayType ? <ScreenOnly><p><TextLink href={OTHER}>{deskTexts[lang].toOther}</TextLink> <TextLink href={PHONE}>{deskTexts[lang].toPhone}</TextLink></p></ScreenOnly> : null}
          </Section>
        </Stack>
      </Section>
    </Sheet>
  );
}
