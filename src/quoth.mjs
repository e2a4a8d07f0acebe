#!/usr/bin/env node
// The way in: the rest is TypeScript, which Node 20 does not run by itself.
import { bundled } from './bundle.mjs';

process.setSourceMapsEnabled(true);
await import(await bundled('main'));
