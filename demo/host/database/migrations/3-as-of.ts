/** When each counter last moved: to say how old an answer is, and to see what a rebuild mended. */
export const AS_OF = /* sql */ `
  alter table tallies add column as_of timestamptz not null default now();

  create function note_time() returns trigger language plpgsql as $$
  begin
    new.as_of := now();
    return new;
  end $$;

  create trigger tallies_as_of before update on tallies for each row execute function note_time();
`;
