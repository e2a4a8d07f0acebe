#!/usr/bin/env node
// The one file that is not TypeScript: it lets Node 20 run the rest without a build step.
import { register } from 'tsx/esm/api';

register();
await import('./main.ts');
