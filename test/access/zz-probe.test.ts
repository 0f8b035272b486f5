import { test } from 'vitest';
import { findUseCases } from './use-cases.ts';
test('x', async () => { const f = await findUseCases(); console.log(f.useCases.map(u => `${u.kind} ${u.name}`).join('\n'), f.inside, f.lost); });
