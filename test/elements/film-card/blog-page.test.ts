// The elements of the blog page that these widgets replace, each in its place and with its meaning.
import { expect } from '@open-wc/testing';
import { allByRole, allParts, byRole, nameOf, part, seen, textOf } from '../../helpers/shadow.js';
import { cardOf, her, type FilmCard } from './cards.js';

describe('<film-card> on a film blog', () => {
  let card: FilmCard;
  beforeEach(async () => {
    card = await cardOf(her);
  });

  /** What stands beside a label in the facts or the specs. */
  const value = (label: string): HTMLElement => {
    const row = allParts(card, 'fact').find((row) => textOf(row.querySelector('dt')) === label);
    return row!.querySelector('dd')!;
  };

  it('has the title with the year as its heading', () => {
    expect(byRole(card, 'heading', 'Her 2013')).to.equal(part(card, 'title'));
    expect(nameOf(byRole(card, 'article', 'Her 2013'))).to.equal('Her 2013');
  });

  it('says when, how much discussed and by whom the post is', () => {
    const byline = part(card, 'byline');
    expect([...byline.children].map(textOf)).to.deep.equal(['December 16, 2013', '0 comments', 'By Fans']);
    expect(textOf(byline), 'separators are drawn, not text').not.to.match(/[/·]/);
    expect(byline.querySelector('time')!.dateTime).to.equal('2013-12-16');
    expect(byRole<HTMLAnchorElement>(card, 'link', 'December 16, 2013').href).to.equal('https://example.com/blog/her');
    expect(byRole<HTMLAnchorElement>(card, 'link', '0 comments').hash).to.equal('#comments');
  });

  it('has five stars to vote with, and says that nobody has rated yet', () => {
    const rating = part(card, 'rating');
    expect(nameOf(byRole(rating, 'radiogroup'))).to.equal('Rate Her');
    expect(allByRole(rating, 'radio').map(nameOf)).to.deep.equal(
      [1, 2, 3, 4, 5].map((n) => (n === 1 ? '1 star' : `${n} stars`)),
    );
    expect(seen(part(rating, 'summary'))).to.equal('No ratings yet');
  });

  it('tells the story in paragraphs', () => {
    const [first, second, ...more] = part(card, 'synopsis').querySelectorAll('p');
    expect(textOf(first)).to.match(/^In a Los Angeles .* then a couple\.$/);
    expect(textOf(second)).to.equal('What follows is a love story with one visible half.');
    expect(more).to.have.lengthOf(0);
  });

  for (const [label, text] of [
    ['Release year', '2013'],
    ['Release date', 'December 18, 2013'],
    ['Running time', '2 h 6 min'],
    ['Certification', 'R'],
    ['Genres', 'Drama, Romance, Science fiction'],
    ['Director', 'Spike Jonze'],
    ['Writer', 'Spike Jonze'],
    ['IMDb', '7.9/10, 959 votes, as of December 16, 2013'],
    ['Official website', 'herthemovie.com'],
    ['Sound mix', 'Dolby Digital'],
    ['Aspect ratio', '1.85:1'],
  ] as const)
    it(`has “${label}: ${text}” as a term and its definition`, () => {
      expect(seen(value(label))).to.equal(text);
      expect(value(label).closest('dl')).not.to.equal(null);
    });

  it('names the cast with their roles', () => {
    expect(seen(value('Cast'))).to.match(
      /^Joaquin Phoenix as Theodore Twombly, Scarlett Johansson as Samantha \(voice\), Amy Adams as Amy, /,
    );
  });

  it('shows another site’s rating as a fact with its source, apart from the readers’ own', () => {
    expect(byRole<HTMLAnchorElement>(card, 'link', /^7\.9\/10/).host).to.equal('www.imdb.com');
    expect(seen(part(part(card, 'rating'), 'base'))).not.to.include('7.9');
  });

  it('leads to the official website by its name, not by a URL', () => {
    expect(byRole<HTMLAnchorElement>(card, 'link', 'herthemovie.com').href).to.equal('http://www.herthemovie.com/');
    for (const link of allByRole(card, 'link')) expect(nameOf(link)).not.to.match(/https?:|www\./);
  });

  it('keeps “Did you know?” apart from “see more”, which leads elsewhere', () => {
    const trivia = part(card, 'trivia');
    expect(trivia.contains(byRole(card, 'heading', 'Did you know?'))).to.equal(true);
    expect(allByRole(card, 'listitem')).to.have.lengthOf(2);
    expect(byRole<HTMLAnchorElement>(card, 'link', 'More trivia').href).to.equal('https://example.com/her/trivia');
    expect(trivia.contains(byRole(card, 'button', 'Show 1 more'))).to.equal(true);
  });

  it('has the review under its own heading, with its author, date and scale', () => {
    expect(part(card, 'reviews').contains(byRole(card, 'heading', 'Reviews'))).to.equal(true);
    const [review] = allParts(card, 'review');
    expect(textOf(byRole(review!, 'heading'))).to.equal('Love letters at second hand');
    expect(seen(part(review!, 'byline'))).to.equal('By M. Okafor December 14, 2013 9 out of 10');
  });

  it('joins the hard-wrapped lines of the review', () => {
    const [review] = allParts(card, 'review');
    const [first] = part(review!, 'text').querySelectorAll('p');
    expect(first!.textContent).to.match(
      /^The first thing Theodore Twombly does in this film is write somebody else's love/,
    );
    expect(first!.textContent).not.to.include('\n');
  });

  it('ends the review that goes on elsewhere in “…” and links to the rest of it', () => {
    const [review] = allParts(card, 'review');
    expect(textOf(part(review!, 'text'))).to.match(/It took me three drafts\. …$/);
    const link = byRole<HTMLAnchorElement>(review!, 'link', 'Read the full review on Example Film Review');
    expect(link.href).to.equal('https://example.com/reviews/her-second-hand-letters');
    expect(byRole(review!, 'button', 'Read More')).not.to.equal(link);
  });

  it('says where the facts come from', () => {
    expect(seen(part(card, 'attribution'))).to.equal('Film facts collected by the editors of this page.');
  });

  it('opens all outside links without an opener', () => {
    const links = [card, ...allParts(card, 'review')].flatMap((host) => allByRole(host, 'link'));
    expect(links.length).to.be.greaterThan(6);
    for (const link of links as HTMLAnchorElement[]) {
      expect(link.rel, link.href).to.equal('noopener');
      expect(link.target, link.href).to.equal('');
      expect(link.protocol).to.match(/^https?:$/);
    }
  });
});
