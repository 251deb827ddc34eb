import type { VoteDetail, VoteResult } from 'film-widgets';

export const her = {
  id: 'imdb:tt1798709',
  title: 'Her',
  year: 2013,
  directors: [{ name: 'Spike Jonze' }],
  rating: { average: 4.2, count: 131 },
};

export const moonlight = {
  id: 'imdb:tt4975722',
  title: 'Moonlight',
  year: 2016,
  directors: [{ name: 'Barry Jenkins' }],
  rating: { average: 4.5, count: 88 },
};

/** Ask your server here; what it answers is what the card shows. */
export async function saveVote({ value }: VoteDetail): Promise<VoteResult> {
  return { value, average: 4.1, count: 132, kept: 'host' };
}
