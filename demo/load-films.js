// Loads a list of films, or tells the reader that it did not come.
export async function loadFilms(path) {
  try {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return await response.json();
  } catch (error) {
    document.querySelector('#missing').hidden = false;
    throw error;
  }
}
