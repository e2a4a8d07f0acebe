/** Compiles each kernel's source.ts into code.ts beside it, with AssemblyScript, fetched for the occasion. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMPILER = 'assemblyscript@0.28.20';

const KERNELS = ['attribution', 'retrieval'];

function compile(source: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'quoth-kernel-'));
  const file = join(folder, 'kernel.wasm');
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory'];
  try {
    execFileSync('npx', ['--yes', `--package=${COMPILER}`, 'asc', source, '-o', file, ...options], {
      stdio: 'inherit',
    });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const folder of KERNELS) {
  const place = (name: string) =>
    fileURLToPath(new URL(`../../src/${folder}/kernel/${name}`, import.meta.url));
  const source = place('source.ts');
  const lines = compile(source)
    .toString('base64')
    .match(/.{1,90}/g);
  const seal = createHash('sha256').update(readFileSync(source)).digest('hex');
  writeFileSync(
    place('code.ts'),
    [
      `/** source.ts of this folder, compiled by ${COMPILER}; written by \`npm run kernel\`. */`,
      'export const CODE =',
      `  ${(lines ?? []).map((line) => `'${line}'`).join(' +\n  ')};`,
      '',
      '/** SHA-256 of the source.ts that it was compiled from. */',
      `export const SEAL = '${seal}';`,
      '',
    ].join('\n'),
  );
}
