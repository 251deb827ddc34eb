// What the define files are on a server where even Lit finds no browser, such as Cloudflare's: nothing, instead of an error.
export {};
