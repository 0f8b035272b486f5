import { join } from 'node:path';
import { startProduct } from '../support/product.ts';

/** One product for all journeys, as `npm start` runs it; its addresses reach the tests by environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const product = await startProduct();
  process.env['PUBLIC_URL'] = product.publicUrl;
  process.env['HOUSE_URL'] = product.houseUrl;
  process.env['PUBLIC_KEYS'] = join(product.dataDir, 'public-keys');
  return () => product.stop();
}
