import { createApp } from 'vue';
import FilmPage from './FilmPage.vue';

createApp(FilmPage).mount('#app');
