import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import '../../src/locale/languages/ar.js';
import '../../src/locale/languages/de.js';
import '../../src/locale/languages/es.js';
import '../../src/locale/languages/fr.js';
import '../../src/locale/languages/ja.js';
import '../../src/locale/languages/pt.js';
import '../../src/locale/languages/pt-PT.js';
import type { StarRating } from '../../src/index.js';
import { excerptMessages } from '../../src/locale/excerpt-messages.js';
import { filmMessages } from '../../src/locale/film-messages.js';
import { joinMessages } from '../../src/locale/joined.js';
import { ratingMessages } from '../../src/locale/rating-messages.js';
import { choiceName } from '../../src/locale/rating-words.js';
import { sourceRatingText } from '../../src/locale/film-words.js';
import { defineMessages, say, writeNumber, type Message } from '../../src/locale/words.js';

const LANGUAGES = ['ar', 'de', 'es', 'fr', 'ja', 'pt-PT', 'pt'];
const ENGLISH: Record<string, Message> = { ...joinMessages, ...ratingMessages, ...filmMessages, ...excerptMessages };

/** Facts of which none is part of another, so that each is found by itself. */
const FACTS = {
  ...{ title: 'Her', author: 'Ana', site: 'example.com', date: 'today', name: 'Amy', role: 'Max', status: '404' },
  ...{ value: 64, max: 85, best: 98, h: 56, m: 49 },
};
/** Numbers for every plural form that a language may have. */
const NUMBERS = [0, 1, 2, 3, 7, 11, 100];

const otherForm = (message: Message): string => (typeof message === 'string' ? message : (message.other ?? ''));
const factsIn = (message: Message): string[] => [...otherForm(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** What a sentence of a language leaves out of what the English one tells. */
function leftOut(lang: string, name: string, message: Message, told: (n: number) => string): string[] {
  return NUMBERS.flatMap((n) => {
    const facts: Record<string, string | number> = { ...FACTS, n };
    // none, one and two may be words
    const isWord = ['zero', 'one', 'two'].includes(new Intl.PluralRules(lang).select(n));
    return factsIn(message)
      .filter((fact) => !(fact === 'n' && isWord))
      .map((fact) => facts[fact]!)
      .filter((fact) => !told(n).includes(typeof fact === 'number' ? writeNumber(lang, fact) : fact))
      .map((fact) => `${name}, n = ${n}: ${fact}`);
  });
}

const summaryOf = (rating: StarRating): string | undefined =>
  rating.shadowRoot?.querySelector('[part="summary"]')?.textContent.trim();

describe('languages', () => {
  for (const lang of LANGUAGES)
    it(`says everything in ${lang}, and leaves out none of the facts`, () => {
      for (const [name, message] of Object.entries(ENGLISH)) {
        const told = (n: number): string => say(lang, {}, name, { ...FACTS, n });
        for (const n of NUMBERS) expect(['', name], name).not.to.include(told(n));
        expect(leftOut(lang, name, message, told)).to.deep.equal([]);
      }
    });

  it('would notice a fact that is left out, a number too, and also in one plural form only (negative control)', () => {
    const { crowd } = ratingMessages;
    for (const fact of ['n', 'value', 'max']) {
      const without = { crowd: crowd.other.replace(`{${fact}}`, '') };
      const said = leftOut('en', 'crowd', crowd, (n) => say('en', without, 'crowd', { ...FACTS, n }));
      expect(said, fact).to.have.lengthOf(fact === 'n' ? NUMBERS.length - 1 : NUMBERS.length);
    }
    const few = (n: number): string =>
      say('ar', {}, 'votes', { ...FACTS, n })
        .replace('٣', '')
        .replace('3', '');
    expect(leftOut('ar', 'votes', ratingMessages.votes, few)).to.deep.equal(['votes, n = 3: 3']);
  });

  it('counts one star, two stars and five stars as the language does', () => {
    const stars = (lang: string, n: number): string => say(lang, ratingMessages, 'symbols', { n });
    expect([stars('de', 1), stars('de', 2)]).to.deep.equal(['1 Stern', '2 Sterne']);
    expect([stars('fr', 0.5), stars('fr', 2)]).to.deep.equal(['0,5 étoile', '2 étoiles']);
    expect([stars('ja', 1), stars('ja', 10)]).to.deep.equal(['星1個', '星10個']);
    expect([1, 2, 3, 11].map((n) => stars('ar-EG', n).replace(/[\d٠-٩]+/u, '#'))).to.deep.equal([
      'نجمة واحدة',
      'نجمتان',
      '# نجوم',
      '# نجمة',
    ]);
  });

  it('sets the comma of the language between a choice and the author’s word for it', () => {
    expect(choiceName('en', 4, 'Great')).to.equal('4 stars, Great');
    expect(choiceName('fr', 4, 'Bien')).to.equal('4 étoiles, Bien');
    expect(choiceName('ar', 1, 'ضعيف')).to.equal('نجمة واحدة، ضعيف');
    expect(choiceName('ja', 4, '良い')).to.equal('星4個、良い');
    expect(choiceName('ar', 1)).to.equal('نجمة واحدة');
  });

  it('sets the marks of the language after a rating’s name, and between the crowd’s rating and the reader’s', async () => {
    const said: (string | null | undefined)[] = [];
    for (const lang of ['en', 'fr', 'ja']) {
      const rating = await fixture<StarRating>(
        html`<star-rating lang=${lang} readonly label="Her" average="3.7" count="9" value="4"></star-rating>`,
      );
      const image = rating.shadowRoot?.querySelector('[role=img]');
      expect(image?.ariaLabel).to.match(new RegExp(`${summaryOf(rating)!}$`));
      said.push(image?.ariaLabel);
    }
    expect(said).to.deep.equal([
      'Her: 3.7 out of 5, 9 votes. Your rating: 4',
      'Her\u00a0: 3,7 sur 5, 9 votes. Votre note\u00a0: 4',
      'Her：5点中3.7点（9票）。あなたの評価：4',
    ]);
  });

  it('sets it between another site’s rating and its votes', () => {
    const rating = { value: 7.9, best: 10, count: 2 };
    // engines differ about the digits of Arabic
    expect(['en', 'ar-u-nu-latn', 'ja'].map((lang) => sourceRatingText(lang, rating))).to.deep.equal([
      ...['7.9/10, 2 votes', '7.9/10، صوتان', '7.9/10、2票'],
    ]);
  });

  it('says it as Brazil does in Portuguese, as the numbers of `pt` are written, and as Portugal does there', () => {
    const ownhost = (lang: string): string => say(lang, ratingMessages, 'ownhost', { value: 4 });
    expect(['pt', 'pt-BR', 'pt-PT'].map(ownhost)).to.deep.equal([
      'Sua avaliação: 4, salva',
      'Sua avaliação: 4, salva',
      'A sua avaliação: 4, guardada',
    ]);
    const numbers = ['pt', 'pt-BR', 'pt-PT'].map((lang) => writeNumber(lang, 1234));
    expect(numbers).to.deep.equal(['1.234', '1.234', '1234']);
  });

  it('never begins a line with a mark that French sets a space before', () => {
    const loose = (sentence: string): boolean => /[^\S\u00a0][:;?!»]|«[^\S\u00a0]/.test(sentence);
    for (const name of Object.keys(ENGLISH)) expect(loose(say('fr', {}, name, FACTS)), name).to.equal(false);
    expect(loose('Votre note : 4'), 'negative control').to.equal(true);
  });

  it('names a role in French without “de”, which would have to be “d’” before Amy', () => {
    expect(say('fr', filmMessages, 'castRole', { name: 'Amy Adams', role: 'Amy' })).to.equal('Amy Adams (Amy)');
  });

  it('speaks the language of the nearest lang, with its numbers, and follows when it changes', async () => {
    const page = await fixture<HTMLElement>(
      html`<div lang="de-AT"><star-rating readonly average="3.7" count="1959"></star-rating></div>`,
    );
    const rating = page.querySelector('star-rating') as StarRating;
    await rating.updateComplete;
    expect(summaryOf(rating)).to.equal(`3,7 von 5, ${new Intl.NumberFormat('de-AT').format(1959)} Stimmen`);
    page.lang = 'fr';
    await new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve();
      }).observe(rating.shadowRoot as ShadowRoot, { subtree: true, characterData: true, childList: true });
    });
    expect(summaryOf(rating)).to.match(/^3,7 sur 5, 1.959 votes$/);
  });

  it('keeps English words with the page’s numbers where a language is not there', async () => {
    const rating = await fixture<StarRating>(
      html`<star-rating lang="nl" readonly average="3.7" count="9"></star-rating>`,
    );
    expect(summaryOf(rating)).to.equal('3,7 out of 5, 9 votes');
  });

  it('lets a page replace a single sentence', async () => {
    defineMessages('en-AU', { noRatings: 'Nobody has had a go yet' });
    const rating = await fixture<StarRating>(html`<star-rating lang="en-AU"></star-rating>`);
    expect(summaryOf(rating)).to.equal('Nobody has had a go yet');
  });
});
