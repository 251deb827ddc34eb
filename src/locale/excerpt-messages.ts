import type { Message } from './words.js';

/** What `<review-excerpt>` says, in English. */
export const excerptMessages = {
  reviewBy: 'By {author}',
  reviewRating: '{value} out of {max}',
  readMore: 'Read More',
  showLess: 'Show less',
  fullReview: 'Read the full review on {site}',
  spoilerReview: 'This review gives the story away.',
  showSpoiler: 'Show the review',
  hideSpoiler: 'Hide the review',
} as const satisfies Record<string, Message>;
