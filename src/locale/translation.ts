import type { excerptMessages } from './excerpt-messages.js';
import type { filmMessages } from './film-messages.js';
import type { IssueMessage } from './issue-words.js';
import type { joinMessages } from './joined.js';
import type { ratingMessages } from './rating-messages.js';
import type { Message } from './words.js';

/** All that the widgets say, in one language. */
export type Translation = Readonly<
  Record<
    | keyof typeof joinMessages
    | keyof typeof ratingMessages
    | keyof typeof filmMessages
    | keyof typeof excerptMessages
    | IssueMessage,
    Message
  >
>;
