import type { Answer } from '../../answer/answer.ts';
import { helpWords } from '../../render/wording.ts';
import type { AnswerPage } from './answer-page.ts';
import { type Message, noteMessage } from './message.ts';
import { quotedMessage } from './quoted-message.ts';
import { silentMessage } from './silent-message.ts';

/** An answer as a message; `shown` are the ids of the evidence that found room, in order. */
export function answerMessage(
  answer: Answer,
  input: AnswerPage,
): { readonly message: Message; readonly shown: readonly string[] } {
  switch (answer.kind) {
    case 'quoted':
      return quotedMessage(answer, input);
    case 'nothing-found':
      return silentMessage(answer, input);
    case 'no-question': {
      const { why, searched } = answer;
      const suggestions = why === 'thanks' ? [] : input.suggestions;
      const { text } = noteMessage(helpWords(why, suggestions, searched));
      const { blocks } = noteMessage(helpWords(why, [], searched), suggestions);
      return { message: { text, blocks }, shown: [] };
    }
  }
}
