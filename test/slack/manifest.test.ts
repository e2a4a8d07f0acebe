import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { type ManifestOptions, manifest } from '../../src/slack/manifest.ts';

const SCHEMA = new URL('../../../shared/slack/manifest.schema.2.0.0.json', import.meta.url);

const OPTIONS: readonly ManifestOptions[] = [
  { mode: 'socket' },
  { mode: 'http', url: 'https://quoth.example.org' },
  { mode: 'http', url: 'https://quoth.example.org/', distributed: true, threads: true },
  { mode: 'socket', threads: true, command: '/quotations' },
];

test.skipIf(!existsSync(SCHEMA))(
  'every manifest is valid against Slack’s schema (skipped where the schema is not beside the project)',
  () => {
    const ajv = new Ajv({ strict: false });
    formats.default.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
    for (const options of OPTIONS) {
      expect(validate(manifest(options)), JSON.stringify(validate.errors)).toBe(true);
    }
    expect(validate({ display_information: { name: 'x'.repeat(36) } })).toBe(false);
  },
);

test('over HTTP, every address is the one Slack posts to', () => {
  const json = JSON.stringify(manifest({ mode: 'http', url: 'https://quoth.example.org/' }));
  expect(json.match(/https:\/\/quoth\.example\.org\/slack\/events/g)).toHaveLength(3);
});

test('over HTTP without an address, the manifest says what is missing', () => {
  expect(() => manifest({ mode: 'http' })).toThrow('--url');
});

test('names and descriptions are within the limits of Slack', () => {
  const { features, display_information: about } = manifest({ mode: 'socket' }) as {
    features: {
      shortcuts: { name: string; description: string }[];
      agent_view: { agent_description: string };
    };
    display_information: { name: string; description: string; long_description: string };
  };
  for (const { name, description } of features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
  expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
  expect(about.description.length).toBeLessThanOrEqual(140);
  expect(about.long_description.length).toBeGreaterThanOrEqual(175);
});
