/** Scopes a method asks for, any one of them; none for those not named here. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'assistant.threads.setStatus': ['chat:write', 'assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'conversations.open': ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
  'conversations.info': ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'users.info': ['users:read'],
  'bots.info': ['users:read'],
  'reactions.add': ['reactions:write'],
};

/** The scope that a method lacks, null when it lacks none. */
export function missingScope(method: string, granted: readonly string[]): string | null {
  const wanted = SCOPES[method] ?? [];
  const [first] = wanted;
  if (first === undefined || wanted.some((scope) => granted.includes(scope))) return null;
  return first;
}
