/**
 * Slack's limits on blocks, in characters and items, with where each comes from:
 * T @slack/types 3.2.0, D docs.slack.dev, S nicklambourne/slackblocks (third party), I an issue.
 * The workspace keeps its own table on purpose: it is the oracle for the app's.
 */
export const LIMITS = {
  id: 255, // T: block_id, action_id, callback_id, external_id
  message: {
    text: 40_000, // D: Slack cuts there; the workspace refuses, so that no cut goes unseen
    updatedText: 4_000, // D: chat.update, msg_too_long
    blocks: 50, // T, D
    markdown: 12_000, // D: all markdown blocks together
    characters: 13_172, // I: slackapi/bolt-js#2509, refused from about there
    attachments: 100, // D
    tables: 1, // D: slack-skills-plugin
  },
  text: 3_000, // T: text objects
  section: { fields: 10, fieldText: 2_000 }, // T
  header: 150, // T
  context: 10, // T
  actions: 25, // T
  contextActions: 5, // T
  feedback: { text: 75, value: 2_000, label: 75 }, // D, T
  button: { text: 75, value: 2_000, url: 3_000, label: 75 }, // T
  confirm: { title: 100, text: 300, button: 30 }, // T
  option: { text: 75, value: 150, description: 75 }, // T; value S
  select: { options: 100, groups: 100, placeholder: 150 }, // S
  overflow: 5, // S
  choices: 10, // T: radio buttons, checkboxes
  input: { label: 2_000, hint: 2_000, length: 3_000 }, // T, S
  image: { alt: 2_000, title: 2_000, url: 3_000 }, // T, S
  table: { rows: 100, cells: 20 }, // T
  dataTable: { rows: 101, columns: 20, pageSize: 100 }, // D, S, T
  card: { title: 150, subtitle: 150, body: 200, actions: 3 }, // T, S
  carousel: 10, // T
  container: { title: 150, subtitle: 150, blocks: 10 }, // T
  alert: 200, // S
  view: { blocks: 100, title: 24, button: 24, metadata: 3_000, bytes: 250_000 }, // T, D
  assistant: { prompts: 4, loadingMessages: 10, statusSeconds: 120 }, // D
} as const;
