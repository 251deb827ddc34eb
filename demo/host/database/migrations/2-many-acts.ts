/** A function that counts many acts at once, in the place of the one for one act. */
export const MANY_ACTS = /* sql */ `
  drop function cast_vote(text, text, double precision, text, text, integer, integer, integer);
  drop function spend(text, integer, text, integer, integer);
  drop function counts_of(text);

  -- Takes one of each bucket's allowance of so many, as often as it is named; those named first come first, null is nobody.
  -- Answers by place with the seconds to wait, 0 where there was one left.
  create function spend(buckets text[], allowed integer, seconds integer, out waits integer[]) language plpgsql as $$
  begin
    with spent as (
      insert into allowances as a (bucket, used, until)
      select bucket, count(*)::integer, now() + make_interval(secs => seconds)
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

  -- Many acts at once, given by place; no value takes a vote back. A voter has one act among them. Answers by place.
  -- Everybody locks rows in one order (allowances, votes, tallies, acts, each by key), so that two hosts do not deadlock.
  -- Where two write an act with the same key at once, the second fails on the key of the first. A connection keeps its plans: one
  -- made for empty tables must not read them from end to end when they have grown, so everything is looked up by its key.
  create function cast_votes(
    subjects text[], voters text[], chosen double precision[], keys text[], networks text[],
    voter_limit integer, network_limit integer, seconds integer
  ) returns table (outcome text, value double precision, counts jsonb, wait integer)
  language plpgsql set enable_seqscan = off as $$
  #variable_conflict use_column
  declare
    is_new boolean[] := array(
      select known.key is null
      from unnest(voters, keys) with ordinality act (voter, key, place) left join acts known using (voter, key)
      order by place
    );
    voter_waits integer[] := spend(
      array(
        select case when is_new then 'voter:' || voter end
        from unnest(voters, is_new) with ordinality act (voter, is_new, place) order by place
      ),
      voter_limit, seconds
    );
    network_waits integer[] := spend(
      array(
        select case when is_new and wait = 0 then 'network:' || network end
        from unnest(networks, is_new, voter_waits) with ordinality act (network, is_new, wait, place) order by place
      ),
      network_limit, seconds
    );
    waits integer[] := array(
      select greatest(a, b) from unnest(voter_waits, network_waits) with ordinality act (a, b, place) order by place
    );
  begin
    with act as (
      select * from unnest(subjects, voters, chosen, is_new, waits) act (subject, voter, value, is_new, wait)
      where is_new and wait = 0
    ), given as (
      insert into votes as v (subject, voter, value)
      select subject, voter, value from act where value is not null order by subject, voter
      on conflict (subject, voter) do update set value = excluded.value, previous = v.value, cast_at = now()
      returning subject, previous as before, value as after
    ), taken_back as (
      delete from votes v using act
      where act.value is null and v.subject = act.subject and v.voter = act.voter
      returning v.subject, v.value as before, null::double precision as after
    )
    insert into tallies as t (subject, value, votes)
    select subject, change.value, sum(change.by)
    from (select * from given union all select * from taken_back) moved,
      lateral (values (before, -1), (after, 1)) change (value, by)
    where change.value is not null
    group by subject, change.value having sum(change.by) <> 0
    order by subject, change.value
    on conflict (subject, value) do update set votes = t.votes + excluded.votes;

    return query
    with act as (
      select * from unnest(subjects, voters, chosen, keys, is_new, waits)
      with ordinality act (subject, voter, value, key, is_new, wait, place)
    ), crowd as (
      select subject, jsonb_object_agg(value, votes) as counts
      from tallies where subject = any(subjects) and votes > 0 group by subject
    ), answer as (
      select act.*, coalesce(counts, '{}') as counts from act left join crowd using (subject)
    ), kept as (
      insert into acts (voter, key, subject, value, counts)
      select voter, key, subject, value, counts from answer where is_new and wait = 0 and key is not null
      order by voter, key
    )
    select
      case
        when wait > 0 then 'rate-limited'
        when is_new then 'counted'
        when known.subject = answer.subject and known.value is not distinct from answer.value then 'repeated'
        else 'key-reused'
      end,
      answer.value, case when is_new then answer.counts else known.counts end, wait
    from answer left join acts known on not is_new and known.voter = answer.voter and known.key = answer.key
    order by place;
  end $$;
`;
