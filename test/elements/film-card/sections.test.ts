import { expect } from '@open-wc/testing';
import { rubbishIn } from '../../helpers/rubbish.js';
import { allByRole, allParts, everyElement, part, textOf } from '../../helpers/shadow.js';
import { cardOf, film, type FilmCard } from './cards.js';

interface Section {
  part: string;
  field: string;
  present: unknown;
  says: string;
  heading?: string;
  empty: unknown[];
  invalid: unknown[];
}

const SECTIONS: Section[] = [
  {
    part: 'byline',
    field: 'post',
    present: { author: 'Fans', date: '2013-12-16', commentCount: 1 },
    says: 'December 16, 20131 commentBy Fans',
    empty: [{}, { author: ' ' }, { url: 'https://example.com/' }, null],
    invalid: ['Fans', 7, { date: '2013-02-30' }, { commentCount: -1 }, { author: ['Fans'] }],
  },
  {
    part: 'synopsis',
    field: 'synopsis',
    present: 'A man and a voice.',
    says: 'A man and a voice.',
    empty: ['', ' \n ', '\u200b\u2060', null],
    invalid: [7, {}, ['A man'], 'x'.repeat(5001)],
  },
  {
    part: 'specs',
    field: 'specs',
    present: [{ label: 'Sound mix', value: 'Dolby Digital' }],
    says: 'Sound mix Dolby Digital',
    heading: 'Technical specs',
    empty: [[], null, [{ label: 'Sound mix', value: ' ' }]],
    invalid: ['Dolby', {}, [{ label: 'Sound mix' }], [{ value: 'Dolby' }], [7, null]],
  },
  {
    part: 'trivia',
    field: 'trivia',
    present: [{ text: 'Samantha was first spoken by another actress.' }],
    says: 'Samantha was first spoken by another actress.',
    heading: 'Did you know?',
    empty: [[], null, [{ text: '' }]],
    invalid: ['It rained', {}, [{}], [{ text: 7 }]],
  },
  {
    part: 'reviews',
    field: 'reviews',
    present: [{ body: 'Take tissues.' }],
    says: 'Take tissues.',
    heading: 'Review',
    empty: [[], null, [{ author: 'Lena', body: '' }]],
    invalid: ['Good', {}, [{ author: 'Lena' }], [{ body: 7 }]],
  },
  {
    part: 'attribution',
    field: 'attribution',
    present: [{ text: 'Facts by example.com' }],
    says: 'Facts by example.com',
    empty: [[], null, [{ text: '' }]],
    invalid: ['example', {}, [{ url: 'https://example.com/' }]],
  },
];

async function expectNoTrace(card: FilmCard, name: string): Promise<void> {
  expect(card.state).to.equal('ready');
  expect(allParts(card, name), name).to.deep.equal([]);
  expect(allByRole(card, 'heading').map(textOf)).to.deep.equal(['Her']);
  expect(rubbishIn(card)).to.deep.equal([]);
}

describe('<film-card> sections', () => {
  for (const section of SECTIONS) {
    const { field, present, says, heading, empty, invalid } = section;
    describe(section.part, () => {
      it('is there when the film has it', async () => {
        const card = await cardOf(film({ [field]: present }));
        const [found, ...more] = allParts(card, section.part);
        expect(more).to.deep.equal([]);
        const holder = field === 'reviews' ? part(part(card, 'review'), 'text') : found!;
        expect(textOf(holder)).to.include(says);
        expect(allByRole(card, 'heading').map(textOf)).to.deep.equal(heading ? ['Her', heading] : ['Her']);
        expect(rubbishIn(card)).to.deep.equal([]);
      });

      it('leaves no trace when the film has none', async () => {
        await expectNoTrace(await cardOf(film()), section.part);
      });

      for (const value of empty)
        it(`leaves no trace when it is empty: ${JSON.stringify(value)}`, async () => {
          await expectNoTrace(await cardOf(film({ [field]: value })), section.part);
        });

      for (const value of invalid)
        it(`leaves no trace when it is wrong: ${JSON.stringify(value).slice(0, 40)}`, async () => {
          await expectNoTrace(await cardOf(film({ [field]: value })), section.part);
        });

      it('goes when the next film has none', async () => {
        const card = await cardOf(film({ [field]: present }));
        card.film = film();
        await card.updateComplete;
        await expectNoTrace(card, section.part);
      });
    });
  }

  it('keeps what is good in a list and leaves out the rest', async () => {
    const card = await cardOf(
      film({
        specs: [{ label: 'Colour' }, { label: 'Sound mix', value: 'Dolby' }, 7],
        trivia: [{}, { text: 'Good.' }],
      }),
    );
    expect(textOf(part(card, 'specs'))).to.match(/Sound mix Dolby$/);
    expect(allByRole(card, 'listitem').map(textOf)).to.deep.equal(['Good.']);
  });

  it('says how many have voted where their mean was left out', async () => {
    for (const [rating, says] of [
      [{ average: 8.4, count: 959 }, '959 votes'],
      [{ average: '4.2', count: 131 }, '131 votes'],
      [{ count: 1 }, '1 vote'],
      [{ average: '4.2' }, 'No ratings yet'],
    ] as const) {
      const stars = part(await cardOf(film({ rating })), 'rating');
      expect(textOf(part(stars, 'summary'))).to.equal(says);
    }
  });

  it('is only a title and a rating for a film that is only an id and a title', async () => {
    const card = await cardOf(film());
    const parts = [...everyElement(card.shadowRoot!)]
      .filter((element) => element.getRootNode() === card.shadowRoot)
      .flatMap((element) => [...element.part]);
    expect(parts).to.have.members(['base', 'poster', 'title', 'rating']);
  });
});
