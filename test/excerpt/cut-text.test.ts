import { expect } from '@open-wc/testing';
import { cutText } from '../../src/excerpt/cut-text.js';
import { LONG_TASK, milliseconds } from '../helpers/long-task.js';

const sentence = 'Nine more letters. '; // 19 characters
const repeat = (text: string, n: number): string => text.repeat(n).trim();

/** A cut as one line: `shown // rest`, with ` ~ ` where a paragraph was cut in two. */
function cut(paragraphs: string[], limit: number, lang = 'en'): string {
  const { shown, rest, split } = cutText(paragraphs, limit, lang);
  return rest.length ? `${shown.join('¶')}${split ? ' ~ ' : ' // '}${rest.join('¶')}` : shown.join('¶');
}

describe('cutText', () => {
  it('leaves a text alone that is no longer than the limit', () => {
    expect(cutText(['One.', 'Two.'], 10, 'en')).to.deep.equal({ shown: ['One.', 'Two.'], rest: [], split: false });
    expect(cutText([], 10, 'en')).to.deep.equal({ shown: [], rest: [], split: false });
  });

  it('cuts after a sentence, and leaves the space there to what follows', () => {
    expect(cut(['One two. Three four. Five six. Seven.'], 22)).to.equal('One two. Three four. ~  Five six. Seven.');
  });

  it('cuts before a word where the last sentence ended too early', () => {
    expect(cut(['No. then a very long sentence that does not end for quite a while'], 24)).to.equal(
      'No. then a very long ~  sentence that does not end for quite a while',
    );
  });

  it('cuts after a sentence that ended half-way to the limit, and before a word where it ended earlier', () => {
    const text = 'He is away. And then a sentence goes on that does not end for quite a while';
    expect(cut([text], 24)).to.equal('He is away. ~  And then a sentence goes on that does not end for quite a while');
    expect(cut([text], 26)).to.equal('He is away. And then a ~  sentence goes on that does not end for quite a while');
  });

  it('takes no title and no initial for the end of a sentence', () => {
    const rest = 'there and all of them went on for a while';
    for (const title of ['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Sr.', 'Sra.', 'St.', 'Prof.', 'J.']) {
      const text = `He saw ${title} `;
      expect(cut([`${text}Stark ${rest}`], text.length)).to.equal(`He saw ~  ${title} Stark ${rest}`);
    }
    expect(cut(['Prof. X and the others went on and on for quite a while'], 12)).to.match(/^Prof\. X and ~ /);
    // what is no title ends one
    expect(cut(['He went there with J. Li. And then the sentence goes on for a while'], 26)).to.match(/J\. Li\. ~ /);
    for (const end of ['Joe.', 'NASA.', 'U.S.']) {
      const text = `He saw ${end} `;
      expect(cut([`${text}And ${rest}`], text.length)).to.equal(`${text.trim()} ~  And ${rest}`);
    }
  });

  it('leaves a closing quotation mark with what it closes, also where a space is before it, as in French', () => {
    for (const space of [' ', '\u00a0', '\u202f']) {
      const said = `Il est là. Il dit : «${space}Bonjour${space}!${space}»`;
      const text = `${said} Et il s’en va sans un mot de plus pour personne`;
      expect(cut([text], said.length - 2, 'fr'), 'no room for it').to.match(/^Il est là\. ~ |Il dit : ~ /);
      expect(cut([text], said.length + 2, 'fr')).to.equal(text.replace(' Et', ' ~  Et'));
    }
    for (const after of ['»)', '»?', '»;', '».']) {
      const text = `Il dit (« Non ! ${after} Et il s’en va sans un mot de plus pour personne`;
      expect(cut([text], 18, 'fr'), after).to.not.contain('! ~ ');
    }
    // in German it opens one there
    for (const said of ['»Ja!«', '»...und dann«'])
      expect(cut([`Er ist schon da. ${said} sagt er, und geht ohne ein Wort`], 20, 'de')).to.match(/schon da\. ~ /);
  });

  it('shows every word that ends before the limit', () => {
    expect(cut(['one two three four five six'], 8)).to.equal('one two ~  three four five six');
    expect(cut(['one two three four five six'], 7)).to.equal('one ~  two three four five six');
  });

  it('hides just a fifth, and nothing less', () => {
    expect(cut(['x'.repeat(50)], 40)).to.equal(`${'x'.repeat(40)} ~ ${'x'.repeat(10)}`);
    expect(cut(['x'.repeat(50)], 41)).to.equal('x'.repeat(50));
  });

  it('cuts between paragraphs without cutting one in two', () => {
    const text = [repeat(sentence, 5), repeat(sentence, 5), 'The end.'];
    const length = text[0]!.length;
    for (const limit of [length, length + 1, length + 2, length + 3]) {
      const { shown, rest, split } = cutText(text, limit, 'en');
      expect({ shown, rest, split }, `limit ${limit}`).to.deep.equal({
        shown: [text[0]],
        rest: text.slice(1),
        split: false,
      });
    }
  });

  it('hides a fifth of the text or more, or nothing', () => {
    for (let limit = 20; limit < 400; limit++) {
      const text = repeat(sentence, 20);
      const { shown, rest } = cutText([text], limit, 'en');
      const hidden = rest.join('').length;
      expect(hidden === 0 || hidden >= text.length / 5, `limit ${limit}`).to.equal(true);
      if (hidden) expect(shown.join('').trimEnd().length).to.be.at.most(limit);
    }
  });

  it('loses nothing and adds nothing, wherever it cuts', () => {
    const paragraphs = [
      'One. Two three four.',
      'Five six seven! Eight?',
      '«Nine» ten eleven.',
      'Twelve thirteen fourteen.',
    ];
    for (let limit = 1; limit < 90; limit++) {
      const { shown, rest, split } = cutText(paragraphs, limit, 'en');
      const joined = split ? [...shown.slice(0, -1), shown.at(-1)! + rest[0]!, ...rest.slice(1)] : [...shown, ...rest];
      expect(joined, `limit ${limit}`).to.deep.equal(paragraphs);
    }
  });

  for (const [what, cluster] of [
    ['a family', '👨‍👩‍👧‍👦'],
    ['a flag', '🇫🇷'],
    ['a flag of a region', '🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['a skin tone', '👍🏽'],
    ['a letter with two marks', 'e\u0301\u0302'],
    ['a Hangul syllable in parts', '\u1112\u1161\u11ab'],
    ['a Thai letter with a vowel', 'กำ'],
    ['a Devanagari syllable', 'नि'],
    ['two surrogates', '𝔄'],
  ] as const)
    it(`never cuts ${what} in two`, () => {
      const text = cluster.repeat(40);
      const ends = new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index));
      for (let limit = 1; limit < 30; limit++) {
        const { shown, rest } = cutText([text], limit, 'en');
        const at = shown.join('').length;
        expect(rest.length === 0 || ends.has(at), `limit ${limit} cut at ${at}`).to.equal(true);
      }
    });

  it('shows one whole cluster, or all, where even the first is longer than the limit', () => {
    const zalgo = `Z${'\u0335'.repeat(500)}`;
    expect(cutText([zalgo + zalgo], 10, 'en')).to.deep.equal({ shown: [zalgo + zalgo], rest: [], split: false });
  });

  it('cuts a language without spaces between its words', () => {
    const text = '彼は手紙を書く仕事をしている。彼女は声だけの存在だ。二人は恋に落ちる。そして別れる。';
    expect(cut([text], 30, 'ja')).to.equal(
      '彼は手紙を書く仕事をしている。彼女は声だけの存在だ。 ~ 二人は恋に落ちる。そして別れる。',
    );
    const { shown } = cutText(['他在洛杉矶写信为生他买了一个操作系统'], 9, 'zh');
    expect(shown.join('').length).to.be.within(1, 9);
  });

  /** A text is cut after these words, and nothing of it is lost. */
  function expectCut(text: string, limit: number, shown: string, lang = 'en'): void {
    const { shown: before, rest } = cutText([text], limit, lang);
    expect(before.map((one) => one.trimEnd())).to.deep.equal([shown]);
    expect(before.join('') + rest.join('')).to.equal(text);
  }

  for (const [text, limit, shown, lang] of [
    ['He said at last (very quietly) what nobody there had expected of him', 20, 'He said at last'],
    ['He said at last “very quietly” what nobody there had expected of him', 20, 'He said at last'],
    ['He said at last [“(very quietly)”] what nobody there had expected', 22, 'He said at last'],
    ['Er sagte dann „ganz leise“ etwas, womit dort niemand gerechnet hatte', 17, 'Er sagte dann'],
    ['Il dit enfin « tout doucement » ce que personne n’attendait de lui', 18, 'Il dit enfin'],
    ['Er sagte dann »ganz leise« etwas, womit dort niemand gerechnet hatte', 17, 'Er sagte dann', 'de'],
    ['Dijo al final ¿qué haces? y nadie supo qué contestarle en la sala', 16, 'Dijo al final', 'es'],
    ['He said at last "very quietly" what nobody there had expected of him', 20, 'He said at last'],
    ['彼は最後に言った「とても静かに」そして誰も予想しなかったことを', 9, '彼は最後に言った', 'ja'],
    ['彼は最後に言った。「とても静かな夜だ。」そして誰も予想しなかったことを', 12, '彼は最後に言った。', 'ja'],
    ['He said "so" (and left) what nobody there had expected of him', 14, 'He said "so"'],
    ['Il dit « oui » tout doucement, ce que personne n’attendait de lui', 15, 'Il dit « oui »', 'fr'],
    ['Er sagte »ja« ganz leise, womit dort niemand gerechnet hatte', 14, 'Er sagte »ja«', 'de'],
  ] as const)
    it(`leaves nothing opened at the end: ${shown} …`, () => {
      expectCut(text, limit, shown, lang);
    });

  for (const [text, limit, shown, lang] of [
    ['He wrote it at https://example.com/films?title=her&year=2013 for all of them to read', 40, 'He wrote it at'],
    ['He wrote it at https://example.com/films/her/2013/reviews for all of them to read', 45, 'He wrote it at'],
    ['He wrote. See www.example.com/?a=1 for all of it, and for what they said', 32, 'He wrote. See'],
    ['It is the work of a well-known and/or well-read man who writes letters', 26, 'It is the work of a'],
    ['It is the work of a well-known and/or well-read man who writes letters', 35, 'It is the work of a well-known'],
    ['Is it yes?no or maybe something else altogether that we do not know', 12, 'Is it'],
    ['彼は手紙https://example.com/films?title=her&year=2013を書いた。そして別れる。', 30, '彼は手紙', 'ja'],
    ['他在https://example.com/films/her/2013上写信。他买了一个操作系统。', 25, '他在', 'zh'],
    ['เขาเขียนที่ https://example.com/films/her/2013/reviews และรอ', 25, 'เขาเขียนที่', 'th'],
  ] as const)
    it(`cuts no address and no word with a hyphen in two: ${shown} … (${limit})`, () => {
      expectCut(text, limit, shown, lang);
    });

  it('cuts an address with which a text begins, where it goes on too long', () => {
    const text = `https://example.com/${'films/'.repeat(20)}`;
    expect(cut([text], 30)).to.equal(`${text.slice(0, 30)} ~ ${text.slice(30)}`);
  });

  for (const [lang, text, places] of [
    ['zh', '他说：“她来了！”《她》（2013）很好看。“真的吗？”她问。……他没有说话。', [3, 9, 22, 28]],
    ['ja', '「彼女は来た！」と言った。『her』はスパイク・ジョーンズの映画だ。', [1, 3, 8, 13]],
    ['th', 'เขาเขียนจดหมายแล้วเธอก็มา', [3, 8, 14]],
  ] as const)
    it(`cuts ${lang}, which has no spaces between words, where a sentence or a word ends`, () => {
      const found = new Set<number>();
      for (let limit = 1; limit < text.length * 0.75; limit++)
        found.add(cutText([text], limit, lang).shown.join('').length);
      expect([...found]).to.include.members([...places]);
    });

  it('shows what is nothing but brackets as far as it goes', () => {
    expect(cut(['('.repeat(50)], 10)).to.equal(`${'('.repeat(10)} ~ ${'('.repeat(40)}`);
  });

  it('cuts one endless word between its letters', () => {
    expect(cut(['x'.repeat(50)], 10)).to.equal(`${'x'.repeat(10)} ~ ${'x'.repeat(40)}`);
  });

  it('is quick with 20,000 characters', () => {
    const text = 'word '.repeat(4000);
    const cutFour = (): void => {
      for (let i = 0; i < 4; i++) cutText([text], 600, 'en');
    };
    expect(milliseconds(cutFour)).to.be.below(LONG_TASK);
  });
});
