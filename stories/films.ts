import type { Film, Review } from '../src/index.js';

// Facts about films are true. What readers and reviewers of this imaginary site say is made up, in our own words.

const poster = (name: string): string => new URL(`posters/${name}.svg`, document.baseURI).href;

const LONG_REVIEW: Review = {
  id: 'her-1',
  author: 'Ines Okafor',
  title: 'Half of a couple',
  rating: 4.5,
  best: 5,
  date: '2014-01-09',
  body: `The first surprise is how little the film wants to warn us. There is no cold laboratory, no red eye, no moment when the
machine shows its teeth. There is a man in a shirt the colour of tomato soup, and a voice that laughs at his jokes.

The second surprise is the city. It is Los Angeles with the edges taken off: tall, soft, always a little hazy, full of people
who talk to somebody who is not there. Nobody looks lonely and everybody is alone, and the camera treats that as weather
rather than as a scandal.

Phoenix has to play most of his scenes with nobody in the room. What he finds is a kind of listening that can be
seen: the whole love story takes place on one face. Johansson, who is never there at all, does the opposite, and builds a
person out of breath, timing and curiosity.

What stays is not the idea, which others have had, but the tenderness for people who are bad at ending things. The letters he
writes for strangers are good letters. The one that he owes is four sentences long and takes him two hours of film.`,
};

export const her: Film = {
  id: 'imdb:tt1798709',
  title: 'Her',
  lang: 'en',
  year: 2013,
  releaseDate: '2013-12-18',
  runtimeMinutes: 126,
  certification: 'R',
  genres: ['Drama', 'Romance', 'Science fiction'],
  directors: [{ name: 'Spike Jonze' }],
  writers: [{ name: 'Spike Jonze' }],
  cast: [
    { name: 'Joaquin Phoenix', role: 'Theodore' },
    { name: 'Scarlett Johansson', role: 'Samantha' },
    { name: 'Amy Adams', role: 'Amy' },
    { name: 'Rooney Mara', role: 'Catherine' },
  ],
  synopsis:
    'In a Los Angeles a few years from now, a man who writes other people’s letters for a living cannot finish his own divorce. He installs an operating system that talks, listens and learns, and the two become first a help, then company, then a couple.',
  links: [
    { rel: 'official', href: 'https://example.com/her', label: 'Official site' },
    { rel: 'trivia', href: 'https://example.com/her/trivia' },
  ],
  sourceRatings: [{ source: 'IMDb', value: 7.9, best: 10, count: 959, asOf: '2013-12-16' }],
  rating: { best: 5, step: 1, average: 3.7, count: 128 },
  specs: [
    { label: 'Camera', value: 'Hoyte van Hoytema' },
    { label: 'Music', value: 'Arcade Fire, Owen Pallett' },
    { label: 'Aspect ratio', value: '1.85 : 1' },
  ],
  trivia: [
    { text: 'On the set another actor, Samantha Morton, spoke Samantha; the voice was cast anew during the editing.' },
    { text: 'Parts of this Los Angeles are Shanghai, whose raised walkways keep the cars out of the picture.' },
    { text: 'The script won the Academy Award for the best original screenplay.' },
  ],
  reviews: [LONG_REVIEW],
  post: { author: 'Mara Lind', date: '2013-12-16', commentCount: 4, commentsUrl: 'https://example.com/her#comments' },
  attribution: [{ text: 'Facts from public sources, checked by hand.' }],
};

export const longReview: Review = LONG_REVIEW;

export const citizenKane: Film = {
  id: 'imdb:tt0033467',
  title: 'Citizen Kane',
  lang: 'en',
  year: 1941,
  releaseDate: '1941-05-01',
  runtimeMinutes: 119,
  genres: ['Drama', 'Mystery'],
  directors: [{ name: 'Orson Welles' }],
  writers: [{ name: 'Herman J. Mankiewicz' }, { name: 'Orson Welles' }],
  cast: [
    { name: 'Orson Welles', role: 'Charles Foster Kane' },
    { name: 'Joseph Cotten', role: 'Jedediah Leland' },
    { name: 'Dorothy Comingore', role: 'Susan Alexander' },
    { name: 'Everett Sloane', role: 'Mr. Bernstein' },
  ],
  synopsis:
    'A newspaper owner dies in a palace full of crates, with one word on his lips. A reporter is sent out to learn what it meant, and comes back with five people’s versions of a man whom none of them could keep: a boy who was given a fortune instead of a home, a publisher who promised his readers the truth, a candidate, a husband, an old man among statues.',
  poster: { src: poster('citizen-kane'), alt: '', width: 400, height: 600 },
  rating: { best: 5, step: 1, average: 4.4, count: 1941 },
  specs: [
    { label: 'Camera', value: 'Gregg Toland' },
    { label: 'Music', value: 'Bernard Herrmann' },
    { label: 'Picture', value: 'Black and white, 1.37 : 1' },
  ],
  trivia: [
    { text: 'Welles was twenty-five when he shot it, and had never made a feature film before.' },
    { text: 'It was nominated for nine Academy Awards and won one, for its screenplay.' },
  ],
  reviews: [
    {
      id: 'kane-1',
      author: 'H. Prentiss',
      title: 'The best edition of the day',
      rating: 5,
      best: 5,
      date: '1991-05-01',
      body: 'Every scene is printed twice: once for what is said, and once, deep in the background and just as sharp, for what it costs. The boy plays in the snow behind a window while his future is signed away at the table in front of us, and nobody has to point.',
    },
  ],
  post: { author: 'The Film Desk', date: '2016-05-01' },
};

export const bladeRunner: Film = {
  id: 'imdb:tt0083658',
  title: 'Blade Runner',
  lang: 'en',
  year: 1982,
  releaseDate: '1982-06-25',
  runtimeMinutes: 117,
  certification: 'R',
  genres: ['Science fiction', 'Thriller'],
  directors: [{ name: 'Ridley Scott' }],
  writers: [{ name: 'Hampton Fancher' }, { name: 'David Peoples' }],
  cast: [
    { name: 'Harrison Ford', role: 'Rick Deckard' },
    { name: 'Rutger Hauer', role: 'Roy Batty' },
    { name: 'Sean Young', role: 'Rachael' },
  ],
  synopsis:
    'Los Angeles, November 2019: it rains, the advertisements float, and whoever can afford it has left the planet. A tired policeman is ordered to find four artificial people who came back to ask their maker for more time.',
  poster: { src: poster('blade-runner'), alt: '', width: 400, height: 600 },
  rating: { best: 5, step: 1, average: 4.2, count: 2019 },
  specs: [
    { label: 'Camera', value: 'Jordan Cronenweth' },
    { label: 'Music', value: 'Vangelis' },
  ],
  trivia: [
    { text: 'Rutger Hauer shortened his last speech himself, and added the tears in the rain.' },
    { text: 'Philip K. Dick, whose novel it is drawn from, died a few months before the first showing.' },
  ],
  reviews: [
    {
      id: 'blade-1',
      author: 'Tomás Vega',
      rating: 4,
      best: 5,
      date: '2019-11-20',
      body: 'Its date has passed and it still looks like the future, because it understood that nothing is ever torn down: the new is simply bolted on to the old, and then it rains on both.',
    },
  ],
  post: { author: 'Night Screening', date: '2019-11-01', commentCount: 12 },
};

export const grandBudapest: Film = {
  id: 'imdb:tt2278388',
  title: 'The Grand Budapest Hotel',
  lang: 'en',
  year: 2014,
  releaseDate: '2014-03-07',
  runtimeMinutes: 99,
  certification: 'R',
  genres: ['Comedy', 'Adventure'],
  directors: [{ name: 'Wes Anderson' }],
  writers: [{ name: 'Wes Anderson' }, { name: 'Hugo Guinness', role: 'story' }],
  cast: [
    { name: 'Ralph Fiennes', role: 'M. Gustave' },
    { name: 'Tony Revolori', role: 'Zero' },
    { name: 'Saoirse Ronan', role: 'Agatha' },
  ],
  synopsis:
    'Between two wars, in a country that no atlas has, a concierge with perfect manners inherits a painting he should not have, and flees through snow, prison and pastry with the one person who believes him: his new lobby boy.',
  poster: { src: poster('grand-budapest-hotel'), alt: '', width: 400, height: 600 },
  rating: { best: 5, step: 1, average: 4.1, count: 612 },
  specs: [
    { label: 'Camera', value: 'Robert Yeoman' },
    { label: 'Music', value: 'Alexandre Desplat' },
  ],
  trivia: [
    { text: 'Each of its decades has a picture format of its own: 1.37, 1.85 and 2.40 to 1.' },
    { text: 'The lobby was built into an empty department store in Görlitz.' },
  ],
  reviews: [
    {
      id: 'budapest-1',
      author: 'Lotte Brandt',
      title: 'A cake with a file in it',
      rating: 4.5,
      best: 5,
      date: '2014-03-10',
      body: 'Everything is symmetrical but the heart of it. Under the icing there is a very exact sadness about courtesy, and about how little it can stop.',
    },
  ],
  post: { author: 'Petit Four', date: '2014-03-08', commentCount: 7 },
};

export const wadjda: Film = {
  id: 'imdb:tt2258858',
  title: 'وجدة',
  lang: 'ar',
  year: 2012,
  releaseDate: '2012-08-31',
  runtimeMinutes: 98,
  genres: ['دراما', 'كوميديا'],
  directors: [{ name: 'هيفاء المنصور' }],
  writers: [{ name: 'هيفاء المنصور' }],
  cast: [
    { name: 'وعد محمد', role: 'وجدة' },
    { name: 'ريم عبد الله', role: 'الأم' },
    { name: 'عبد الرحمن الجهني', role: 'عبد الله' },
  ],
  synopsis:
    'فتاة في العاشرة من عمرها تعيش في الرياض وتحلم بدراجة خضراء رأتها أمام دكان، لتسابق بها صديقها عبد الله. ولأن أحداً لن يشتريها لها، تقرر أن تجمع ثمنها بنفسها، فتشترك في مسابقة المدرسة لتلاوة القرآن.',
  poster: { src: poster('wadjda'), alt: '', width: 400, height: 600 },
  rating: { best: 5, step: 1, average: 4.3, count: 214 },
  trivia: [
    { text: 'أول فيلم روائي طويل تخرجه امرأة سعودية.' },
    { text: 'كانت المخرجة تدير مشاهد الشارع من داخل سيارة مغلقة عبر جهاز لاسلكي.' },
  ],
  reviews: [
    {
      id: 'wadjda-1',
      author: 'سلمى',
      rating: 4.5,
      best: 5,
      date: '2013-09-20',
      body: 'فيلم صغير بقلب كبير: لا خطب فيه ولا شعارات، بل حذاء رياضي تحت العباءة، ودراجة تنتظر صاحبتها.',
    },
  ],
  post: { author: 'نادي السينما', date: '2013-09-15', commentCount: 3 },
};

/** Its own title in another language, and a picture that is not there. */
export const amelie: Film = {
  id: 'imdb:tt0211915',
  title: 'Amélie',
  originalTitle: 'Le Fabuleux Destin d’Amélie Poulain',
  lang: 'en',
  year: 2001,
  runtimeMinutes: 122,
  genres: ['Comedy', 'Romance'],
  directors: [{ name: 'Jean-Pierre Jeunet' }],
  synopsis:
    'A waitress in Montmartre finds a box of toys behind a bathroom tile and decides to put other people’s lives in order, in secret. Her own is the last on the list.',
  poster: { src: poster('there-is-no-such-picture'), alt: '', width: 400, height: 600 },
  rating: { best: 5, step: 1, average: 3.8, count: 501 },
};

/** What a payload must have, and nothing else. */
export const bare: Film = { id: 'imdb:tt0079944', title: 'Stalker' };

/** Everything that can give a story away, hidden until asked for. */
export const psycho: Film = {
  id: 'imdb:tt0054215',
  title: 'Psycho',
  lang: 'en',
  year: 1960,
  runtimeMinutes: 109,
  genres: ['Horror', 'Thriller'],
  directors: [{ name: 'Alfred Hitchcock' }],
  cast: [
    { name: 'Anthony Perkins', role: 'Norman Bates' },
    { name: 'Janet Leigh', role: 'Marion Crane' },
  ],
  synopsis:
    'A secretary takes forty thousand dollars and a wrong turn, and stops for the night at a motel that has twelve vacancies.',
  rating: { best: 5, step: 1, average: 4.3, count: 340 },
  trivia: [
    { text: 'Hitchcock asked cinemas to let nobody in once the film had begun.' },
    { text: 'The star of the first half does not live to see the second.', spoiler: true },
  ],
  reviews: [
    {
      id: 'psycho-1',
      author: 'R. Ahlgren',
      title: 'Who was in the window',
      rating: 5,
      best: 5,
      date: '2010-10-31',
      body: 'Once you know that mother has been dead for years, every polite sentence of her son’s becomes a conversation, and the film is a different one.',
      spoiler: true,
    },
    {
      id: 'psycho-2',
      author: 'Dana',
      rating: 4,
      best: 5,
      date: '2011-02-02',
      body: 'The quietest scenes frighten most: two people and a tray of sandwiches in a room full of stuffed birds.',
    },
  ],
};

const OPINIONS: readonly (readonly [author: string, rating: number, body: string])[] = [
  ['Jun', 5, 'I came for the robot and stayed for the divorce.'],
  ['Priya N.', 4, 'A future that I would not mind to live in, which is what makes it sad.'],
  ['Odile', 2.5, 'Lovely trousers. I wanted to shake him by the shoulders for two hours.'],
  ['Marek', 3.5, 'The best film about talking on the phone.'],
  ['Sun-hee', 4.5, 'The scene in the dark, with nothing on the screen at all, is the bravest thing in it.'],
  ['Ben', 3, 'Too long by a quarter of an hour, and I would not cut any of it.'],
];

/** A film that everybody had something to say about. */
export const manyReviews: Film = {
  ...her,
  reviews: [
    LONG_REVIEW,
    ...OPINIONS.map(([author, rating, body], i): Review => ({
      id: `opinion-${i}`,
      author,
      rating,
      best: 5,
      date: `2014-01-${10 + i}`,
      body,
    })),
  ],
  links: [{ rel: 'reviews', href: 'https://example.com/her/reviews' }],
};

const TWENTY: readonly (readonly [
  id: string,
  title: string,
  year: number,
  director: string,
  minutes: number,
  average: number,
  count: number,
])[] = [
  ['tt0034583', 'Casablanca', 1942, 'Michael Curtiz', 102, 4.5, 512],
  ['tt0047396', 'Rear Window', 1954, 'Alfred Hitchcock', 112, 4.4, 401],
  ['tt0047478', 'Seven Samurai', 1954, 'Akira Kurosawa', 207, 4.6, 388],
  ['tt0050083', '12 Angry Men', 1957, 'Sidney Lumet', 96, 4.6, 730],
  ['tt0052357', 'Vertigo', 1958, 'Alfred Hitchcock', 128, 4.1, 290],
  ['tt0053291', 'Some Like It Hot', 1959, 'Billy Wilder', 121, 4.3, 266],
  ['tt0053604', 'The Apartment', 1960, 'Billy Wilder', 125, 4.4, 198],
  ['tt0055852', 'Cléo from 5 to 7', 1962, 'Agnès Varda', 90, 4.0, 77],
  ['tt0056801', '8½', 1963, 'Federico Fellini', 138, 3.9, 154],
  ['tt0062622', '2001: A Space Odyssey', 1968, 'Stanley Kubrick', 149, 4.2, 645],
  ['tt0078748', 'Alien', 1979, 'Ridley Scott', 117, 4.4, 689],
  ['tt0096283', 'My Neighbor Totoro', 1988, 'Hayao Miyazaki', 86, 4.5, 420],
  ['tt0118694', 'In the Mood for Love', 2000, 'Wong Kar-wai', 98, 4.3, 233],
  ['tt0211915', 'Amélie', 2001, 'Jean-Pierre Jeunet', 122, 3.8, 501],
  ['tt0245429', 'Spirited Away', 2001, 'Hayao Miyazaki', 125, 4.7, 812],
  ['tt0338013', 'Eternal Sunshine of the Spotless Mind', 2004, 'Michel Gondry', 108, 4.2, 377],
  ['tt0457430', 'Pan’s Labyrinth', 2006, 'Guillermo del Toro', 118, 4.0, 310],
  ['tt4975722', 'Moonlight', 2016, 'Barry Jenkins', 111, 4.1, 265],
  ['tt6751668', 'Parasite', 2019, 'Bong Joon-ho', 132, 4.5, 903],
  ['tt8613070', 'Portrait of a Lady on Fire', 2019, 'Céline Sciamma', 122, 4.4, 187],
];

export const twentyFilms: readonly Film[] = TWENTY.map(
  ([id, title, year, director, runtimeMinutes, average, count]) => ({
    id: `imdb:${id}`,
    title,
    year,
    runtimeMinutes,
    directors: [{ name: director }],
    rating: { best: 5, step: 1, average, count },
  }),
);

/** A review of a film whose title and text leave no place to break. */
export const longWord: Review = {
  author: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzbeauftragter',
  title: `A ${'very '.repeat(3)}l${'o'.repeat(80)}ng title`,
  rating: 3,
  body: `No space at all: ${'ha'.repeat(300)}. And then the text goes on as if nothing had happened.`,
};
