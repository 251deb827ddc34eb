// What assistive technology is told, state by state. Where a tree changes, read it aloud before it is written down
// here. Of a native range, Chromium's protocol gives the number and not `aria-valuetext`: that is tested by itself.
import type { GALLERY } from './gallery.js';

/** Five radios of which these are said to be so. */
const stars = (marks: Record<number, string> = {}, every = ''): string =>
  [1, 2, 3, 4, 5]
    .map((n) => `  radio "${n} ${n === 1 ? 'star' : 'stars'}" ${marks[n] ?? 'checked=false'}${every}`)
    .join('\n');

const IN_ARABIC = ['نجمة واحدة', 'نجمتان', '3 نجوم', '4 نجوم', '5 نجوم'];

const starsInArabic = (checked = 0): string =>
  IN_ARABIC.map((name, i) => `  radio "${name}" ${i + 1 === checked ? 'checked' : 'checked=false'}`).join('\n');

const tableInArabic = (votes = [1, 0, 2, 3, 14]): string =>
  [
    '\ntable "الأصوات لكل تقييم"',
    ...IN_ARABIC.map((name, i) => `  row\n    rowheader "${name}"\n    cell "${votes[i]!}"`).reverse(),
  ].join('\n');

const TABLE = `
table "Votes per rating"
  row
    rowheader "5 stars"
    cell "14"
  row
    rowheader "4 stars"
    cell "3"
  row
    rowheader "3 stars"
    cell "2"
  row
    rowheader "2 stars"
    cell "0"
  row
    rowheader "1 star"
    cell "1"`;

export const TREES: Record<keyof typeof GALLERY, string> = {
  'a vote, not rated': `
radiogroup "Rate Her" description="3.7 out of 5, 959 votes"
${stars()}
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic`,

  'a vote that nobody gave yet': `
radiogroup "Rate Her" description="No ratings yet"
${stars()}
StaticText "No ratings yet"
status live=polite atomic`,

  'a vote, rated by the page, with words': `
radiogroup "Rate Her" description="No ratings yet"
  radio "1 star, Poor" checked=false
  radio "2 stars, Fair" checked=false
  radio "3 stars, Good" checked=false
  radio "4 stars, Great" checked
  radio "5 stars, Superb" checked=false
StaticText "No ratings yet"
status live=polite atomic
StaticText "Your rating: 4"`,

  staged: `
radiogroup "Rate Her" description="3.7 out of 5, 959 votes Press Enter to vote: 4 stars"
${stars({ 4: 'description="Press Enter to vote: 4 stars" checked focused' })}
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
StaticText "Press Enter to vote: 4 stars"
button "Remove my rating"`,

  pending: `
radiogroup "Rate Her" description="3.7 out of 5, 959 votes" busy=1
${stars({ 4: 'checked' })}
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
button "Remove my rating"`,

  'voted and saved': `
radiogroup "Rate Her" description="3.7 out of 5, 959 votes"
${stars({ 4: 'checked' })}
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
  StaticText "Your rating: 4, saved"
button "Remove my rating"`,

  'failed, with another try': `
radiogroup "Rate Her" description="3.7 out of 5, 959 votes"
${stars()}
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
  StaticText "Your vote could not be saved."
button "Try again"`,

  'closed by the host': `
radiogroup "Rate Her" description="3.7 out of 5, 959 votes Voting is closed." disabled
${stars({}, ' disabled')}
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
  StaticText "Voting is closed."`,

  'locked by the page': `
radiogroup "Rate Her" description="3.7 out of 5, 959 votes Sign in to vote" disabled
${stars({ 2: 'checked' }, ' disabled')}
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
StaticText "Your rating: 2"
StaticText "Sign in to vote"`,

  'blind, not voted': `
radiogroup "Rate Her" description="Vote to see what others gave"
${stars()}
StaticText "Vote to see what others gave"
status live=polite atomic`,

  'with a histogram': `
radiogroup "Rate Her" description="4.5 out of 5, 20 votes"
${stars()}
StaticText "4.5 out of 5, 20 votes"
status live=polite atomic${TABLE}`,

  'a form field, required and missing': `
LabelText
  StaticText "Your rating"
generic "Your rating" invalid
  radiogroup "Your rating" required
${stars().replaceAll('  radio', '    radio')}`,

  'a form field, disabled': `
group
  radiogroup "Rate Her"
${stars({ 3: 'checked' }, ' disabled').replaceAll('  radio', '    radio')}`,

  'a range, not rated': `
slider "Rate Her" description="3.7 out of 5, 959 votes" value=0 valuemin=0 valuemax=5 valuetext=0
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic`,

  'a range, rated': `
slider "Rate Her" description="No ratings yet" value=3.5 valuemin=0 valuemax=5 valuetext=3.5
StaticText "No ratings yet"
status live=polite atomic
StaticText "Your rating: 3.5"`,

  'a range, staged': `
slider "Rate Her" description="3.7 out of 5, 959 votes Press Enter to vote: 4 stars" value=4 focused valuemin=0 valuemax=5 valuetext=4
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
StaticText "Press Enter to vote: 4 stars"
button "Remove my rating"`,

  'a range, pending': `
slider "Rate Her" description="3.7 out of 5, 959 votes" value=4 busy=1 valuemin=0 valuemax=5 valuetext=4
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
button "Remove my rating"`,

  'a range, voted and saved': `
slider "Rate Her" description="3.7 out of 5, 959 votes" value=4 valuemin=0 valuemax=5 valuetext=4
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
  StaticText "Your rating: 4, saved"
button "Remove my rating"`,

  'a range, failed, with another try': `
slider "Rate Her" description="3.7 out of 5, 959 votes" value=0 valuemin=0 valuemax=5 valuetext=0
StaticText "3.7 out of 5, 959 votes"
status live=polite atomic
  StaticText "Your vote could not be saved."
button "Try again"`,

  'a range, blind, not voted': `
slider "Rate Her" description="Vote to see what others gave" value=0 valuemin=0 valuemax=5 valuetext=0
StaticText "Vote to see what others gave"
status live=polite atomic`,

  'a range, with a histogram': `
slider "Rate Her" description="4.5 out of 5, 20 votes" value=0 valuemin=0 valuemax=5 valuetext=0
StaticText "4.5 out of 5, 20 votes"
status live=polite atomic${TABLE}`,

  'a range, disabled': `
slider "Rate Her" description="No ratings yet" value=3.5 disabled valuemin=0 valuemax=5 valuetext=3.5
StaticText "No ratings yet"
status live=polite atomic
StaticText "Your rating: 3.5"`,

  'a range, locked': `
slider "Rate Her" description="No ratings yet Voting ended" value=7 disabled valuemin=0 valuemax=10 valuetext=7
StaticText "No ratings yet"
status live=polite atomic
StaticText "Your rating: 7"
StaticText "Voting ended"`,

  'a range, required': `
slider "Rate Her" description="Please choose a rating." value=0 valuemin=0 valuemax=10 valuetext=0`,

  'a display of the crowd': `
image "Her: 3.7 out of 5, 959 votes"`,

  'a display of an average that nobody counted': `
image "Her: 3.7 out of 5"`,

  'a display of nobody’s votes': `
image "Her: No ratings yet"`,

  'a display of one rating': `
image "4 out of 5"`,

  'a display of both, with a histogram': `
image "4.5 out of 5, 20 votes. Your rating: 4"${TABLE}`,

  'a symbol of the page': `
radiogroup "Rate Her" description="No ratings yet"
${stars({ 2: 'checked' })}
StaticText "No ratings yet"
status live=polite atomic
StaticText "Your rating: 2"`,

  'in Arabic, not rated': `
radiogroup "قيّم الفيلم" description="4.5 من 5، 20 صوتًا"
${starsInArabic()}
StaticText "4.5 من 5، 20 صوتًا"
status live=polite atomic${tableInArabic()}`,

  'in Arabic, voted and saved': `
radiogroup "قيّم الفيلم" description="4.4 من 5، 21 صوتًا"
${starsInArabic(4)}
StaticText "4.4 من 5، 21 صوتًا"
status live=polite atomic
  StaticText "تقييمك: 4، محفوظ"
button "أزل تقييمي"${tableInArabic([1, 0, 2, 4, 14])}`,

  'in Arabic, failed, with another try': `
radiogroup "قيّم الفيلم" description="4.5 من 5، 20 صوتًا"
${starsInArabic()}
StaticText "4.5 من 5، 20 صوتًا"
status live=polite atomic
  StaticText "تعذّر حفظ صوتك."
button "حاول مجددًا"${tableInArabic()}`,

  'in Arabic, a range, staged': `
slider "قيّم الفيلم" description="4.5 من 5، 20 صوتًا \u200fاضغط Enter للتصويت: \u20684 نجوم\u2069" value=4 focused valuemin=0 valuemax=5 valuetext=4
StaticText "4.5 من 5، 20 صوتًا"
status live=polite atomic
StaticText "\u200fاضغط Enter للتصويت: \u20684 نجوم\u2069"
button "أزل تقييمي"${tableInArabic()}`,

  'in Arabic, a display': `
image "3.7 من 5، 959 صوتًا. تقييمك: 4"`,
};
