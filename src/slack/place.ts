/** Where an answer goes; kept with the job, so that it can be sent after a restart. */
export type Place =
  | {
      /** A message in the thread, seen by everybody there. */
      readonly kind: 'thread';
      readonly channel: string;
      /** Without it, a message of its own: an answer to what was asked outside any conversation. */
      readonly threadTs?: string;
      readonly user: string;
      /** The message that is answered: whatever the bot says in the thread after it may be the answer. */
      readonly asked?: string;
      /** Reaches the asker where the bot may not write. */
      readonly responseUrl?: string;
    }
  | {
      /** An answer to a command or a button: works where the bot is no member. */
      readonly kind: 'response';
      readonly url: string;
      readonly channel: string;
      readonly user: string;
      readonly threadTs?: string;
      /** The asker alone, unless everybody in the channel. */
      readonly shared?: boolean;
    };
