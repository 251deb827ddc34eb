/** Style sheets are Vite's to understand. */
declare module '*.css';
