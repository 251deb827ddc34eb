/** Allowances that end together: by an end of its own to the microsecond, a network could be found beside the vote it was first counted with. */
export const SHARED_ENDS = /* sql */ `
  -- Takes one of each bucket's allowance of so many, as often as it is named; those named first come first, null is nobody.
  -- Answers by place with the seconds to wait, 0 where there was one left. Time is cut into pieces of so many seconds, the same
  -- for everybody.
  create or replace function spend(buckets text[], allowed integer, seconds integer, out waits integer[]) language plpgsql as $$
  begin
    with spent as (
      insert into allowances as a (bucket, used, until)
      select
        bucket, count(*)::integer,
        to_timestamp(((floor(extract(epoch from now()) / seconds) + 1) * seconds)::double precision)
      from unnest(buckets) bucket where bucket is not null and allowed > 0
      group by bucket order by bucket
      on conflict (bucket) do update set
        used = case when a.until <= now() then 0 else a.used end + excluded.used,
        until = case when a.until <= now() then excluded.until else a.until end
      returning bucket, used, until
    ), named as (
      select bucket, place, row_number() over (partition by bucket order by place desc) - 1 as later
      from unnest(buckets) with ordinality named (bucket, place)
    )
    select array_agg(
      case when used - later > allowed then greatest(1, ceil(extract(epoch from until - now())))::integer else 0 end
      order by place
    ) into waits
    from named left join spent using (bucket);
  end $$;
`;
