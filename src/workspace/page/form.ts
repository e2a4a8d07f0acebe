import { type JsonObject, objectsOf } from '../json.ts';
import type { Choice, Surface } from './blocks/surface.ts';
import { type Desk, namesIn } from './desk.ts';
import { act } from './server.ts';

interface Standing {
  readonly kind: 'modal' | 'home';
  readonly viewId: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly use: (body: JsonObject) => Promise<void>;
}

/** What a view's fields hold, also while the app draws the view anew. */
export interface Form {
  readonly surface: (desk: Desk, standing: Standing) => Surface;
  /** By block and action. */
  readonly filled: () => Readonly<Record<string, Readonly<Record<string, Choice>>>>;
}

export function createForm(): Form {
  const held = new Map<string, Map<string, Choice>>();
  const filled: Form['filled'] = () =>
    Object.fromEntries([...held].map(([block, fields]) => [block, Object.fromEntries(fields)]));
  return {
    filled,
    surface: (desk, { kind, viewId, errors, use }) => ({
      kind,
      errors,
      names: namesIn(desk.state()),
      use: (actionId, blockId, choice) =>
        use({ viewId, actionId, blockId, choice, filled: filled() }),
      keep: (actionId, blockId, choice) => {
        const fields = held.get(blockId) ?? new Map<string, Choice>();
        held.set(blockId, fields.set(actionId, choice));
      },
      kept: (actionId, blockId) => held.get(blockId)?.get(actionId),
      suggest: async (actionId, typed) => {
        const options: unknown = await act('suggest', { viewId, actionId, typed }).catch(() => []);
        return objectsOf(options);
      },
    }),
  };
}
