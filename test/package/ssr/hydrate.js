import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import { hydrate } from '@lit-labs/ssr-client';
import 'film-widgets/define';
import { page } from './page.js';

hydrate(page(), document.querySelector('main'));
