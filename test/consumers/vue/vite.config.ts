import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// a name with a hyphen is an element of the browser, not a component of Vue
const isCustomElement = (tag: string) => tag.includes('-');

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
