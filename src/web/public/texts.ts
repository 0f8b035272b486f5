import type { PublicHoliday } from '../../kernel/calendar.ts';
import { catalogue, type Lang } from '../../kernel/texts.ts';

/** Names of the days off, for the neutral calendar. */
export const HOLIDAY_NAMES: Readonly<Record<Lang, Readonly<Record<PublicHoliday, string>>>> = {
  nb: {
    'new-year': '1. nyttårsdag', 'maundy-thursday': 'Skjærtorsdag', 'good-friday': 'Langfredag', 'easter-sunday': '1. påskedag', 'easter-monday': '2. påskedag',
    'labour-day': '1. mai', 'constitution-day': '17. mai', 'ascension-day': 'Kristi himmelfartsdag', 'whit-sunday': '1. pinsedag', 'whit-monday': '2. pinsedag',
    'christmas-day': '1. juledag', 'boxing-day': '2. juledag',
  },
  nn: {
    'new-year': '1. nyttårsdag', 'maundy-thursday': 'Skjærtorsdag', 'good-friday': 'Langfredag', 'easter-sunday': '1. påskedag', 'easter-monday': '2. påskedag',
    'labour-day': '1. mai', 'constitution-day': '17. mai', 'ascension-day': 'Kristi himmelfartsdag', 'whit-sunday': '1. pinsedag', 'whit-monday': '2. pinsedag',
    'christmas-day': '1. juledag', 'boxing-day': '2. juledag',
  },
  en: {
    'new-year': 'New Year’s Day', 'maundy-thursday': 'Maundy Thursday', 'good-friday': 'Good Friday', 'easter-sunday': 'Easter Sunday', 'easter-monday': 'Easter Monday',
    'labour-day': 'Labour Day', 'constitution-day': 'Constitution Day', 'ascension-day': 'Ascension Day', 'whit-sunday': 'Whit Sunday', 'whit-monday': 'Whit Monday',
    'christmas-day': 'Christmas Day', 'boxing-day': 'Boxing Day',
  },
};

/** Before any region is known its language is not either: bokmål is shown, the others stand ready. */
export const unknownTexts = catalogue({
  nb: {
    title: 'Informasjon og kontakt', missing: 'Siden finnes ikke', later: 'Vi fikk ikke tak i det nå', notSent: 'Det er ikke sendt ennå.',
    again: 'Alt du skrev, er med her. Vent litt, og send igjen. Den blir ikke dobbel.', send: 'Send igjen',
  },
  nn: {
    title: 'Informasjon og kontakt', missing: 'Sida finst ikkje', later: 'Vi fekk ikkje tak i det no', notSent: 'Det er ikkje sendt enno.',
    again: 'Alt du skreiv, er med her. Vent litt, og send igjen. Ho blir ikkje dobbel.', send: 'Send igjen',
  },
  en: {
    title: 'Information and contact', missing: 'There is no such page', later: 'We could not reach it just now', notSent: 'It has not been sent yet.',
    again: 'Everything you wrote is still here. Wait a little and send again. It will not be doubled.', send: 'Send again',
  },
});
