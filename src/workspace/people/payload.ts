import type { JsonObject } from '../json.ts';
import { channelNameOf } from '../message-json.ts';
import type { Channel, World } from '../world.ts';

/** The fields that every interaction carries. */
export const interactionBase = (world: World, user: string): JsonObject => ({
  user: userFields(world, user),
  api_app_id: world.app.id,
  token: 'verification-token-of-the-workspace',
  team: { id: world.team.id, domain: world.team.domain },
  enterprise: null,
  is_enterprise_install: false,
});

function userFields(world: World, id: string): JsonObject {
  const name = world.users.get(id)?.name ?? '';
  return { id, username: name, name, team_id: world.team.id };
}

export const channelFields = (channel: Channel): JsonObject => ({
  id: channel.id,
  name: channelNameOf(channel),
});
