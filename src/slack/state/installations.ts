import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { State } from './open-state.ts';

type Query = InstallationQuery<boolean>;

/** Where the app has been installed: tokens lie encrypted in the database, and are deleted with the installation. */
export interface Installations extends InstallationStore {
  fetchInstallation(query: Query): Promise<Installation<'v2', boolean>>;
  deleteInstallation(query: Query): Promise<void>;
}

interface Options {
  /** Long and random; without it, what is stored cannot be read. */
  readonly secret: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export function openInstallations(state: State, { secret, now }: Options): Installations {
  const key = Buffer.from(hkdfSync('sha256', secret, 'quoth', 'installations', 32));
  const find = (id: string) => state.all('SELECT sealed FROM installations WHERE id = ?', [id])[0];
  return {
    storeInstallation: async (installation) => {
      const id = idOf({
        teamId: installation.team?.id,
        enterpriseId: installation.enterprise?.id,
        isEnterpriseInstall: installation.isEnterpriseInstall ?? false,
      });
      const sealed = seal(JSON.stringify(installation), key, id);
      const sql = 'INSERT OR REPLACE INTO installations (id, sealed, at) VALUES (?, ?, ?)';
      state.run(sql, [id, sealed, now()]);
    },
    fetchInstallation: async (query) => {
      const ids = [idOf(query), ...(query.enterpriseId ? [query.enterpriseId] : [])];
      for (const id of ids) {
        const row = find(id);
        if (row) return JSON.parse(unseal(String(row.sealed), key, id));
      }
      throw new Error(`Quoth is not installed in ${ids.join(', nor in ')}`);
    },
    deleteInstallation: async (query) => {
      state.run('DELETE FROM installations WHERE id = ?', [idOf(query)]);
    },
  };
}

interface Whose {
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** An organisation's id for an installation in all of it, else the workspace's. */
function idOf({ teamId, enterpriseId, isEnterpriseInstall }: Whose): string {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (!id)
    throw new Error('Expected an installation of a workspace or an organisation, got neither');
  return id;
}

const CIPHER = 'aes-256-gcm';

/** `iv.tag.text` in base64; bound to `id`, so that no row can stand in for another. */
function seal(text: string, key: Buffer, id: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64')).join('.');
}

function unseal(sealed: string, key: Buffer, id: string): string {
  const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64'));
  if (!iv || !tag || !text)
    throw new Error(`The stored installation of ${id} is damaged: install again`);
  const decipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(id)).setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}
