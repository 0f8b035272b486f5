import type { PublicHoliday } from '../../kernel/calendar.ts';
import type { Lang } from '../../kernel/texts.ts';

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
