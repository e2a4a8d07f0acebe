/**
 * Slack's limits, in characters unless named otherwise. Sources: @slack/types 3.2.0, docs.slack.dev and, for what is
 * documented nowhere, what users saw. What exceeds one is split or said to be left out, never cut in silence.
 */
export const LIMITS = {
  message: {
    blocks: 50,
    /** Slack truncates `text` at 40,000 and splits long texts from 4,000. */
    text: 4000,
    /**
     * All blocks as JSON. Undocumented: `msg_blocks_too_long` was seen from 13,172 characters (slackapi/bolt-js#2509).
     */
    allBlocks: 10_000,
  },
  view: { blocks: 100, title: 24, submit: 24, close: 24, privateMetadata: 3000, callbackId: 255 },
  /** A view's blocks as JSON: Slack refuses views beyond 250 kB; kept far below. */
  viewBlocks: 60_000,
  textObject: 3000,
  id: 255,
  section: { text: 3000, fields: 10, fieldText: 2000 },
  header: 150,
  context: { elements: 10 },
  actions: { elements: 25 },
  contextActions: { elements: 5 },
  button: { text: 75, value: 2000, url: 3000, accessibilityLabel: 75 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  option: { text: 75, value: 75, description: 75 },
  options: 100,
  input: { label: 2000, hint: 2000 },
  plainTextInput: 3000,
  placeholder: 150,
  suggestedPrompts: 4,
  /** Of a question on a button, which has to leave room for its frame in JSON. */
  askedAgain: 900,
  /** Undocumented: longer titles wrap. */
  promptTitle: 80,
} as const;
