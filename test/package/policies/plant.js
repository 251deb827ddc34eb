// One of each kind of thing that the watch is there for.
document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }));
document.body.setAttribute('style', 'color: red');
console.info('planted');
Promise.reject(new Error('planted'));
throw new Error('planted');
