/** Words of supervision that reads; nb.ts, nn.ts and en.ts take them in with the others. */
export const SUPERVISION_WORDS = {
  nb: {
    'standing.supervision': 'Tilsyn, leser',
    'refusal.access_reason_role': 'Grunnen «Fører tilsyn» er for den som fører tilsyn, og bare for den.',
  },
  nn: {
    'standing.supervision': 'Tilsyn, les',
    'refusal.access_reason_role': 'Grunnen «Fører tilsyn» er for den som fører tilsyn, og berre for den.',
  },
  en: {
    'standing.supervision': 'Supervisor, reads',
    'refusal.access_reason_role': 'The reason «Supervises» is for supervisors, and for nobody else.',
  },
} as const;
