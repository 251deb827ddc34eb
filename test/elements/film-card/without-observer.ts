// Imported before any card: without an IntersectionObserver everything is near at once, and asks for its data.
(globalThis as { IntersectionObserver?: unknown }).IntersectionObserver = undefined;
