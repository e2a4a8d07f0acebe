import type { PagePrompts } from '../page-state.ts';
import { el } from './dom.ts';

/** The app's suggested questions; one click asks. */
export function suggestedPrompts(
  { title, prompts }: PagePrompts,
  ask: (message: string) => void,
): HTMLElement | null {
  if (prompts.length === 0) return null;
  const buttons = prompts.map((prompt) =>
    el(
      'button',
      { type: 'button', class: 'prompt', onclick: () => ask(prompt.message) },
      prompt.title,
    ),
  );
  return el(
    'section',
    { class: 'prompts', 'aria-label': 'Suggested prompts' },
    el('h3', {}, title || 'Try one of these'),
    el('div', { class: 'prompt-list' }, ...buttons),
  );
}
