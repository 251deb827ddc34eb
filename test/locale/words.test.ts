import { expect } from '@open-wc/testing';
import { defineMessages, onMessages, say, usableLanguage, writeNumber } from '../../src/locale/words.js';

const ENGLISH = {
  hello: 'Hello {who}',
  stars: { one: '{n} star', other: '{n} stars' },
  both: '{value} of {max}, {value}!',
};

// made-up subtags, so that these words meet nobody else's
describe('words', () => {
  it('are the English ones where the language is not there', () => {
    expect(say('x-nobody', ENGLISH, 'hello', { who: 'Anna' })).to.equal('Hello Anna');
    expect(say('en', ENGLISH, 'hello', { who: 'Anna' })).to.equal('Hello Anna');
    expect(say('', ENGLISH, 'hello', { who: 'Anna' })).to.equal('Hello Anna');
  });

  it('are the page’s own English ones where the language has none', () => {
    defineMessages('en', { own: 'Our own' });
    expect(say('x-nobody', { own: 'Own' }, 'own')).to.equal('Our own');
  });

  it('are those of the nearest language that has them, from the region to the language', () => {
    defineMessages('oc', { hello: 'Adiu {who}', stars: '{n} estelas' });
    defineMessages('oc-FR', { hello: 'Adieu {who}' });
    expect(say('oc-FR', ENGLISH, 'hello', { who: 'A' })).to.equal('Adieu A');
    expect(say('oc-FR-x-b', ENGLISH, 'hello', { who: 'A' })).to.equal('Adieu A');
    expect(say('oc-ES', ENGLISH, 'hello', { who: 'A' })).to.equal('Adiu A');
    expect(say('oc-FR', ENGLISH, 'stars', { n: 2 })).to.equal('2 estelas');
    expect(say('oc-FR', ENGLISH, 'both', { value: 1, max: 2 })).to.equal('1 of 2, 1!');
  });

  it('are found whatever the case of the tag', () => {
    defineMessages('SC-it', { hello: 'Salude {who}' });
    expect(say('sc-IT', ENGLISH, 'hello', { who: 'A' })).to.equal('Salude A');
  });

  it('add up: a second file of a language keeps the words of the first', () => {
    defineMessages('an', { hello: 'Hola' });
    defineMessages('an', { both: 'toz' });
    expect([say('an', ENGLISH, 'hello'), say('an', ENGLISH, 'both')]).to.deep.equal(['Hola', 'toz']);
    defineMessages('an', { hello: 'Ola' });
    expect(say('an', ENGLISH, 'hello')).to.equal('Ola');
  });

  it('tell whoever asked when there are more', () => {
    let told = 0;
    onMessages(() => told++);
    defineMessages('ast', { hello: 'Hola' });
    expect(told).to.equal(1);
  });

  it('go by the plural form of the language that they are in', () => {
    defineMessages('cy', {
      stars: { one: '{n} seren', two: '{n} seren (dwy)', few: '{n} seren (tair)', other: '{n} o sêr' },
    });
    expect([1, 2, 3, 5].map((n) => say('cy', ENGLISH, 'stars', { n }))).to.deep.equal([
      '1 seren',
      '2 seren (dwy)',
      '3 seren (tair)',
      '5 o sêr',
    ]);
    // English words in a Welsh page have English plurals
    expect([0, 1, 2, 1.5].map((n) => say('gd', ENGLISH, 'stars', { n }))).to.deep.equal([
      '0 stars',
      '1 star',
      '2 stars',
      '1.5 stars',
    ]);
  });

  it('go by the plural form of the page’s own region, where the words are of its language', () => {
    defineMessages('pt', { stars: { one: '{n} estrela', other: '{n} estrelas' } });
    expect(say('pt', ENGLISH, 'stars', { n: 1.5 })).to.equal('1,5 estrela');
    expect(say('pt-PT', ENGLISH, 'stars', { n: 1.5 })).to.equal('1,5 estrelas');
  });

  it('do without a plural form that is not there', () => {
    defineMessages('ga', { stars: { other: '{n} réalta' } });
    expect(say('ga', ENGLISH, 'stars', { n: 1 })).to.equal('1 réalta');
    defineMessages('fo', { stars: { two: '{n} stjørnur' } });
    expect(say('fo', ENGLISH, 'stars', { n: 1 })).to.equal('');
  });

  it('are found in another language where one has a few of them, also those with the name of a method of every object', () => {
    defineMessages('en-NZ', { hello: 'Kia ora {who}' });
    const english = { valueOf: '{value} out of {max}' };
    expect(say('en-NZ', english, 'valueOf', { value: 4, max: 5 })).to.equal('4 out of 5');
  });

  it('fill in text as it stands, also what looks like a pattern', () => {
    expect(say('en', ENGLISH, 'hello', { who: '$& {n} $1 <b>' })).to.equal('Hello $& {n} $1 <b>');
  });

  it('are not turned around by a name that holds an override', () => {
    expect(say('en', ENGLISH, 'hello', { who: '\u202eevil' })).to.equal('\u200eHello \u2068\u202eevil\u2069');
  });

  it('of a right-to-left language keep its direction around a name, and need nothing around a number', () => {
    defineMessages('yi', { hello: 'שלום {who}', stars: '{n} שטערן' });
    expect(say('yi', ENGLISH, 'hello', { who: 'Anna' })).to.equal('\u200fשלום \u2068Anna\u2069');
    expect(say('yi', ENGLISH, 'stars', { n: 2 })).to.equal('2 שטערן');
  });

  it('are no text at all where there are none, whatever they were told', () => {
    expect(say('en', { none: '' }, 'none', { who: 'שגיאה' })).to.equal('');
  });

  it('leave out what nobody gave', () => {
    expect(say('en', ENGLISH, 'hello')).to.equal('Hello ');
  });

  it('write numbers as the page’s language does, with two decimals at most', () => {
    expect(say('de', ENGLISH, 'stars', { n: 1234.5 })).to.match(/^1\.234,5/);
    expect([writeNumber('en', 3.14159), writeNumber('en', 0.1 + 0.2), writeNumber('en', 1e6)]).to.deep.equal([
      '3.14',
      '0.3',
      '1,000,000',
    ]);
    expect(writeNumber('ar-EG', 3.5)).to.equal('٣٫٥');
  });

  for (const [lang, tag] of [
    ['de-at', 'de-AT'],
    ['EN', 'en'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['', 'en'],
    ['not a language', 'en'],
    ['en_US', 'en'],
    ['x', 'en'],
  ] as const)
    it(`takes lang="${lang}" for ${tag}`, () => {
      expect(usableLanguage(lang)).to.equal(tag);
    });
});
