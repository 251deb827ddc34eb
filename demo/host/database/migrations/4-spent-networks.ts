/** A network that has nothing left takes nothing of its voters: each new name from there would leave an allowance behind. */
export const SPENT_NETWORKS = /* sql */ `
  -- Many acts at once, given by place; no value takes a vote back. A voter has one act among them. Answers by place.
  -- Everybody locks rows in one order (allowances, votes, tallies, acts, each by key), so that two hosts do not deadlock.
  -- Where two write an act with the same key at once, the second fails on the key of the first. A connection keeps its plans: one
  -- made for empty tables must not read them from end to end when they have grown, so everything is looked up by its key.
  create or replace function cast_votes(
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
        select case
          when is_new and (
            select used >= network_limit and until > now() from allowances
            where network_limit > 0 and bucket = 'network:' || network
          ) is not true then 'voter:' || voter
        end
        from unnest(voters, networks, is_new) with ordinality act (voter, network, is_new, place) order by place
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
