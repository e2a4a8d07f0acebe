import { type JsonObject, textOf } from '../../json.ts';
import type { Choice, Surface } from './surface.ts';
import { plainText } from './text.ts';

/** An interactive element, where it stands, and who is told of what it holds. */
export interface Field {
  readonly element: JsonObject;
  readonly blockId: string;
  readonly surface: Surface;
  /** Names the field for screen readers: a label's id, or the text itself. */
  readonly labelledBy?: string;
  readonly describedBy?: string;
  readonly required: boolean;
  /** Whether a change goes to the app at once; in a form it waits for Submit. */
  readonly dispatches: boolean;
}

/** Notes what a field holds now, and tells the app where it wants to know at once. */
export function changed({ element, blockId, surface, dispatches }: Field, choice: Choice): void {
  const actionId = textOf(element.action_id);
  surface.keep(actionId, blockId, choice);
  if (dispatches) void surface.use(actionId, blockId, choice);
}

export const keptIn = ({ element, blockId, surface }: Field): Choice | undefined =>
  surface.kept(textOf(element.action_id), blockId);

/** The attributes that every control of a field carries. */
export const controlAttributes = (field: Field) => ({
  'data-focus': `${field.blockId}/${textOf(field.element.action_id)}`,
  'data-action': textOf(field.element.action_id),
  'aria-labelledby': field.labelledBy,
  'aria-label': field.labelledBy ? undefined : plainText(field.element.placeholder) || 'Choose',
  'aria-describedby': field.describedBy,
  'aria-required': field.required ? 'true' : undefined,
  'aria-invalid': field.surface.errors[field.blockId] ? 'true' : undefined,
});
