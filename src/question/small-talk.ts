/** Messages that ask nothing of the corpus. */
export type SmallTalk = 'empty' | 'greeting' | 'help' | 'thanks' | 'meaningless';

const GREETING =
  /^(?:(?:hi|hello|hey|hiya|howdy|yo|hola|greetings|good (?:morning|afternoon|evening|day|night)|what's up|whats up|sup|how are you(?: doing)?(?: today)?|how's it going|bye|goodbye|good bye|see you|cheers mate)(?: (?:there|quoth|bot|all|everyone|everybody|team|folks|again|you))* ?)+$/;
const THANKS =
  /^(?:(?:ok|okay|great|cool|nice|perfect|awesome|super|excellent|wonderful|brilliant|got it|good job|well done|many) ?)*(?:(?:thank you|thanks|thank u|thx|ty|cheers|much appreciated|appreciated)(?: (?:so much|very much|a lot|a bunch|again|quoth|bot|you|for (?:that|this|your help|the help)))* ?)+$/;
const ACKNOWLEDGED =
  /^(?:ok|okay|k|yes|no|yep|nope|yeah|sure|fine|great|cool|nice|perfect|awesome|super|excellent|lol|haha|wow|got it|i see|good bot|bad bot|test|testing|ping)$/;
const HELP =
  /^(?:help(?: me)?(?: please)?|please help|usage|commands|options|man|info|about|(?:who|what) (?:are|is) (?:you|quoth|this|this bot|quoth bot)|what (?:can|do|could) (?:you|quoth|i|we) (?:do|ask)(?: (?:here|you|for me))?|how (?:do|does|can|should|to) (?:i |you |we |this |it |quoth )*(?:use|work|ask|operate|search)(?: (?:you|this|it|quoth|questions|a question|here|the bot|this bot))*|how do you work|what (?:questions )?can i ask(?: you)?|what do you know|are you (?:a bot|an ai|human|there|real)|instructions|get started|start|tell me about yourself|introduce yourself|i need help|can you help(?: me)?)$/;

/** What kind of small talk `text` is; null for anything that may be a question. */
export function smallTalk(text: string): SmallTalk | null {
  if (text.trim() === '') return 'empty';
  if (/^[?¿!]+$/.test(text.trim())) return 'help';
  const plain = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return 'meaningless';
  if (text.length > 200) return null;
  if (HELP.test(plain)) return 'help';
  if (THANKS.test(plain)) return 'thanks';
  if (GREETING.test(plain)) return 'greeting';
  return ACKNOWLEDGED.test(plain) ? 'meaningless' : null;
}

const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'poiuytrewq', 'lkjhgfdsa', 'mnbvcxz'];

/** True for a run of keys or letters that no language writes ("asdfgh", "xkcdqrst", "aaaaaa"). */
export function isKeyboardNoise(word: string): boolean {
  const letters = word.toLowerCase();
  if (/(.)\1{3,}/u.test(letters)) return true;
  if (!/^[a-z]{4,}$/.test(letters)) return false;
  if (!/[aeiouy]/.test(letters) || /[bcdfghjklmnpqrstvwxz]{6,}/.test(letters)) return true;
  const inRow = (at: number) => KEY_ROWS.some((row) => row.includes(letters.slice(at, at + 4)));
  return Array.from({ length: letters.length - 3 }, (_, at) => at).some(inRow) && letters.length > 4
    ? /^(?:asdf|qwer|zxcv|hjkl|sdfg|dfgh|fghj|lkjh|poiu|mnbv|uiop)/.test(letters)
    : false;
}
