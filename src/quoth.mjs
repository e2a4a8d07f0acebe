#!/usr/bin/env node
// The way in: the rest is TypeScript, which Node 20 does not run by itself.
import { bundled } from './bundle.mjs';

const bundle = await bundled('main');
if (bundle === null) {
  const { register } = await import('tsx/esm/api');
  register();
}
process.setSourceMapsEnabled(true);
await import(bundle ?? './main.ts');
