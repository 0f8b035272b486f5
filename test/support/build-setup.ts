import { buildOnce } from './product.ts';

/** Before the tests that start the product: they run two at a time, and none may build while another's product starts. */
export default function setup(): void {
  buildOnce();
}
