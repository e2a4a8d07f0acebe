import { Refusal } from '../api/refusal.ts';
import { channelNameOf } from '../message-json.ts';
import { tellPerson } from '../messages.ts';
import type { Delivered, Platform } from '../platform.ts';
import { applyResponse } from '../response-url.ts';
import { newResponseUrl, newTrigger } from '../tickets.ts';
import type { Channel } from '../world.ts';

export interface CommandUse {
  readonly user: string;
  readonly channel: Channel;
  /** With its slash. */
  readonly command: string;
  readonly text: string;
}

/** A slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function runCommand(platform: Platform, use: CommandUse): Promise<Delivered> {
  const { world, link } = platform;
  const asked = { channel: use.channel.id, user: use.user };
  const outcome = await link.deliver('slash_commands', {
    token: 'verification-token-of-the-workspace',
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: use.channel.id,
    channel_name: channelNameOf(use.channel),
    user_id: use.user,
    user_name: world.users.get(use.user)?.name ?? '',
    command: use.command,
    text: use.text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(world, asked),
    trigger_id: newTrigger(world, use.user),
  });
  if (outcome.acked) answer(platform, use, outcome);
  else tellPerson(world, use.user, use.channel.id, failure(use.command, outcome.reason));
  return outcome;
}

/** What the app said in its acknowledgement, if anything. */
function answer(platform: Platform, use: CommandUse, outcome: Delivered & { acked: true }): void {
  const { payload } = outcome;
  if (payload.text === undefined && payload.blocks === undefined) return;
  const asked = { channel: use.channel.id, user: use.user, uses: 0, expires: 0 };
  try {
    applyResponse(platform, asked, payload);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tellPerson(platform.world, use.user, use.channel.id, failure(use.command, 'refused'));
  }
}

/** Slack's own words when a command fails. */
const failure = (command: string, reason: string): string =>
  reason === 'timeout'
    ? `${command} failed with the error "operation_timeout"`
    : `${command} failed because the app did not respond`;
