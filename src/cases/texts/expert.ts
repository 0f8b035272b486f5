/** Words of the steps by which a professional outside is asked one thing; nb.ts, nn.ts and en.ts take them in with the others. */
export const EXPERT_WORDS = {
  nb: {
    'step.askExpert': 'Spør en fagperson utenfor', 'step.renewExpertCode': 'Lag ny kode til fagpersonen', 'step.withdrawExpert': 'Trekk spørsmålet til fagpersonen',
    'step.readExpertAnswer': 'Bekreft at du har lest svaret', 'step.answerExpert': 'Svar fra fagperson (med kode)',
    'field.expertShown': 'Dette får fagpersonen lese', 'field.expertQuestions': 'Spør om', 'field.expertFree': 'Eget spørsmål', 'field.expertAsk': 'Hvilket spørsmål',
    'field.expertCan': 'Kunne svare', 'field.expertName': 'Navn', 'field.expertRole': 'Rolle', 'field.expertWorkplace': 'Arbeidssted', 'field.expertSeen': 'Sett eller hørt',
    'help.expertShown': 'Bare det som trengs for å svare. Skriv ingen adresse, og ikke hvem som meldte. Du ser over det før koden lages.', 'help.expertFree': 'Bruk det når de ferdige spørsmålene ikke passer.',
    'refusal.look_first': 'Les gjennom det fagpersonen får se, før koden lages.', 'refusal.expert_exists': 'Det er alt laget en kode fra dette skjemaet, med et annet innhold. Det du skrev, står her. Send det én gang til, så blir det et nytt spørsmål.', 'refusal.expert_unread': 'En fagperson har svart, og svaret er ikke lest. Les det først.', 'refusal.code_given_meanwhile': 'En ny kode ble laget etter at du åpnet siden. Den gjelder. Trykk én gang til bare hvis ingen har fått den.', 'refusal.expert_under_way': 'Et svar fra en fagperson er kommet og leses inn. Vent et minutt, og prøv igjen.',
    'refusal.no_expert_waits': 'Ingen spørsmål venter på svar.', 'refusal.no_expert_answer': 'Ingen fagperson har svart.', 'refusal.use_restricted': 'Bruken av saken er begrenset. Da åpnes ingen side for noen utenfor.',
    'condition.EXPERT_WAITS': 'Et spørsmål til en fagperson venter på svar', 'condition.EXPERT_ANSWERED': 'En fagperson har svart', 'condition.EXPERT_READ': 'Svar fra fagpersoner er lest',
    'clock.EXPERT_ANSWER': 'Svar fra fagperson', 'day.expert_answer': 'En fagperson har svart, eller tiden for å svare er ute',
    'fault.like_SUSPECT': 'Navnet ligner på navnet til den antatte overgriperen. Finn ut om det er samme person, eller en slektning, før du lager koden.', 'fault.like_COLLEAGUE': 'Navnet ligner på navnet til en kollega som er inhabil i saken. Finn ut om det er samme person, eller en slektning, før du lager koden.', 'fault.like_PERSON': 'Navnet ligner på navnet til den saken gjelder. Finn ut om det er samme person, eller en slektning, før du lager koden.', 'fault.like_RELATED': 'Navnet ligner på navnet til en annen person i saken. Finn ut om det er samme person, eller en slektning, før du lager koden.',
  },
  nn: {
    'step.askExpert': 'Spør ein fagperson utanfor', 'step.renewExpertCode': 'Lag ny kode til fagpersonen', 'step.withdrawExpert': 'Trekk spørsmålet til fagpersonen',
    'step.readExpertAnswer': 'Stadfest at du har lese svaret', 'step.answerExpert': 'Svar frå fagperson (med kode)',
    'field.expertShown': 'Dette får fagpersonen lese', 'field.expertQuestions': 'Spør om', 'field.expertFree': 'Eige spørsmål', 'field.expertAsk': 'Kva spørsmål',
    'field.expertCan': 'Kunne svare', 'field.expertName': 'Namn', 'field.expertRole': 'Rolle', 'field.expertWorkplace': 'Arbeidsstad', 'field.expertSeen': 'Sett eller høyrt',
    'help.expertShown': 'Berre det som trengst for å svare. Skriv inga adresse, og ikkje kven som melde. Du ser over det før koden blir laga.', 'help.expertFree': 'Bruk det når dei ferdige spørsmåla ikkje passar.',
    'refusal.look_first': 'Les gjennom det fagpersonen får sjå, før koden blir laga.', 'refusal.expert_exists': 'Det er alt laga ein kode frå dette skjemaet, med eit anna innhald. Det du skreiv, står her. Send det éin gong til, så blir det eit nytt spørsmål.', 'refusal.expert_unread': 'Ein fagperson har svart, og svaret er ikkje lese. Les det først.', 'refusal.code_given_meanwhile': 'Ein ny kode blei laga etter at du opna sida. Han gjeld. Trykk éin gong til berre om ingen har fått han.', 'refusal.expert_under_way': 'Eit svar frå ein fagperson er kome og blir lese inn. Vent eit minutt, og prøv igjen.',
    'refusal.no_expert_waits': 'Ingen spørsmål ventar på svar.', 'refusal.no_expert_answer': 'Ingen fagperson har svart.', 'refusal.use_restricted': 'Bruken av saka er avgrensa. Då blir inga side opna for nokon utanfor.',
    'condition.EXPERT_WAITS': 'Eit spørsmål til ein fagperson ventar på svar', 'condition.EXPERT_ANSWERED': 'Ein fagperson har svart', 'condition.EXPERT_READ': 'Svar frå fagpersonar er lesne',
    'clock.EXPERT_ANSWER': 'Svar frå fagperson', 'day.expert_answer': 'Ein fagperson har svart, eller tida for å svare er ute',
    'fault.like_SUSPECT': 'Namnet liknar på namnet til den antatte overgriparen. Finn ut om det er same person, eller ein slektning, før du lagar koden.', 'fault.like_COLLEAGUE': 'Namnet liknar på namnet til ein kollega som er inhabil i saka. Finn ut om det er same person, eller ein slektning, før du lagar koden.', 'fault.like_PERSON': 'Namnet liknar på namnet til den saka gjeld. Finn ut om det er same person, eller ein slektning, før du lagar koden.', 'fault.like_RELATED': 'Namnet liknar på namnet til ein annan person i saka. Finn ut om det er same person, eller ein slektning, før du lagar koden.',
  },
  en: {
    'step.askExpert': 'Ask a professional outside', 'step.renewExpertCode': 'Make a new code for the professional', 'step.withdrawExpert': 'Withdraw the question to the professional',
    'step.readExpertAnswer': 'Confirm that you have read the answer', 'step.answerExpert': 'Answer from a professional (by code)',
    'field.expertShown': 'The professional gets to read this', 'field.expertQuestions': 'Ask about', 'field.expertFree': 'A question of your own', 'field.expertAsk': 'Which question',
    'field.expertCan': 'Could answer', 'field.expertName': 'Name', 'field.expertRole': 'Role', 'field.expertWorkplace': 'Workplace', 'field.expertSeen': 'Seen or heard',
    'help.expertShown': 'Only what is needed to answer. No address, and not who reported. You look it over before the code is made.', 'help.expertFree': 'Use it where the prepared questions do not fit.',
    'refusal.look_first': 'Read through what the professional will see before the code is made.', 'refusal.expert_exists': 'A code was already made from this form, with other content. What you wrote is here. Send it once more, and it becomes a new question.', 'refusal.expert_unread': 'A professional has answered, and nobody has read it. Read it first.', 'refusal.code_given_meanwhile': 'A new code was made after you opened the page. It counts. Press once more only if nobody has been given it.', 'refusal.expert_under_way': 'An answer from a professional has come and is being read in. Wait a minute, and try again.',
    'refusal.no_expert_waits': 'No question waits for an answer.', 'refusal.no_expert_answer': 'No professional has answered.', 'refusal.use_restricted': 'The use of the case is restricted. Then no page is opened for anybody outside.',
    'condition.EXPERT_WAITS': 'A question to a professional waits for an answer', 'condition.EXPERT_ANSWERED': 'A professional has answered', 'condition.EXPERT_READ': 'Answers from professionals are read',
    'clock.EXPERT_ANSWER': 'Answer from a professional', 'day.expert_answer': 'A professional has answered, or the time to answer is up',
    'fault.like_SUSPECT': 'The name is like that of the suspected abuser. Find out whether it is the same person, or kin, before you make the code.', 'fault.like_COLLEAGUE': 'The name is like that of a colleague who is disqualified from the case. Find out whether it is the same person, or kin, before you make the code.', 'fault.like_PERSON': 'The name is like that of the person the case is about. Find out whether it is the same person, or kin, before you make the code.', 'fault.like_RELATED': 'The name is like that of somebody else in the case. Find out whether it is the same person, or kin, before you make the code.',
  },
} as const;

/** What the journal calls these entries; events-page.ts takes them in. */
export const EXPERT_EVENTS = {
  nb: { event_ExpertAsked: 'En fagperson er spurt', event_ExpertCodeRenewed: 'Ny kode til fagpersonen', event_ExpertAskWithdrawn: 'Spørsmålet til fagpersonen er trukket', event_ExpertAnswered: 'En fagperson har svart', event_ExpertAnswerRead: 'Svaret fra fagpersonen er lest' },
  nn: { event_ExpertAsked: 'Ein fagperson er spurd', event_ExpertCodeRenewed: 'Ny kode til fagpersonen', event_ExpertAskWithdrawn: 'Spørsmålet til fagpersonen er trekt', event_ExpertAnswered: 'Ein fagperson har svart', event_ExpertAnswerRead: 'Svaret frå fagpersonen er lese' },
  en: { event_ExpertAsked: 'A professional was asked', event_ExpertCodeRenewed: 'New code for the professional', event_ExpertAskWithdrawn: 'The question to the professional was withdrawn', event_ExpertAnswered: 'A professional has answered', event_ExpertAnswerRead: 'The answer from the professional was read' },
} as const;

/** What an entry says in words of our own, in the language that was answered in. */
export const EXPERT_SAID = {
  nb: { answeredBy: (name: string) => `Svart med kode av ${name}.` },
  nn: { answeredBy: (name: string) => `Svart med kode av ${name}.` },
  en: { answeredBy: (name: string) => `Answered by code by ${name}.` },
} as const;
