import type { Translation } from '../translation.js';
import { defineMessages } from '../words.js';
import './pt.js';

// `pt` is Brazil's, as it is of `Intl`; here is what Portugal says otherwise
const ptPT = {
  hidden: 'Vote para ver as notas dos outros',
  own: 'A sua avaliação: {value}',
  ownhost: 'A sua avaliação: {value}, guardada',
  ownbrowser: 'A sua avaliação: {value}, guardada neste navegador',
  ownmemory: 'A sua avaliação: {value}, perde-se ao sair',
  ownqueued: 'A sua avaliação: {value}, à espera de envio',
  removed: 'A sua avaliação foi removida',
  removedqueued: 'A sua avaliação: removida, à espera de envio',
  staged: 'Prima Enter para votar: {value}',
  pending: 'A guardar…',
  retry: 'Tentar de novo',
  clear: 'Remover a minha avaliação',
  'login-required': 'Inicie sessão para votar.',
  'rate-limited': 'Demasiados votos neste momento. Tente mais tarde.',
  'rate-limited-wait': {
    one: 'Demasiados votos neste momento. Tente novamente em {n} segundo.',
    other: 'Demasiados votos neste momento. Tente novamente em {n} segundos.',
  },
  'out-of-range': 'Esta avaliação não foi aceite.',
  timeout: 'Não foi possível guardar o seu voto: sem resposta.',
  unavailable: 'Não foi possível guardar o seu voto.',
  rate: 'Avaliar «{title}»',
  genres: { one: 'Género', other: 'Géneros' },
  directors: 'Realização',
  writers: 'Argumento',
  watch: 'Onde ver',
  trivia: 'Sabia que…?',
  poster: 'Cartaz de «{title}»',
  loading: 'A carregar o filme…',
  network: 'Não foi possível carregar o filme. A ligação está a funcionar?',
  http: 'Não foi possível carregar o filme (estado {status}).',
  syntax: 'Os dados do filme não são legíveis.',
  'wrong-type': 'O campo {path} tem de ser um texto',
  unreadable: 'O campo {path} tem de conter dados simples, como em JSON',
  'film-wrong-type': 'O filme tem de ser um objeto',
  'film-unreadable': 'O filme tem de conter apenas dados simples, como em JSON',
  'film-many-films': 'É uma lista de filmes, e é preciso apenas um deles',
} as const satisfies Partial<Omit<Translation, 'valueOf'>>;

defineMessages('pt-PT', ptPT);
