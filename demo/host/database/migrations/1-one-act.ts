/** The tables, and a function that counts one act. */
export const ONE_ACT = /* sql */ `
  create table votes (
    subject text not null,
    voter text not null,
    value double precision not null,
    previous double precision, -- what it replaced: only the upsert itself knows, and the counters need it
    cast_at timestamptz not null default now(),
    primary key (subject, voter)
  );

  create table tallies (
    subject text not null,
    value double precision not null,
    votes bigint not null,
    primary key (subject, value)
  );

  create table acts (
    voter text not null,
    key text not null,
    subject text not null,
    value double precision,
    counts jsonb not null, -- the answer that was given, and is given again
    at timestamptz not null default now(),
    primary key (voter, key)
  );
  create index acts_by_age on acts (at);

  create table allowances (
    bucket text primary key,
    used integer not null,
    until timestamptz not null
  );

  -- Takes one of a voter's allowance, and where there was one, of the network's (a limit of 0 is none); answers with the
  -- seconds to wait, 0 where both had one left.
  create function spend(voter text, voter_limit integer, network text, network_limit integer, seconds integer)
  returns integer language sql as $$
    with own as (
      insert into allowances as a (bucket, used, until)
      select 'voter:' || voter, 1, now() + make_interval(secs => seconds) where voter_limit > 0
      on conflict (bucket) do update set
        used = case when a.until <= now() then 1 else a.used + 1 end,
        until = case when a.until <= now() then excluded.until else a.until end
      returning used > voter_limit as is_over, until
    ), shared as (
      insert into allowances as a (bucket, used, until)
      select 'network:' || network, 1, now() + make_interval(secs => seconds)
      where network_limit > 0 and not exists (select from own where is_over)
      on conflict (bucket) do update set
        used = case when a.until <= now() then 1 else a.used + 1 end,
        until = case when a.until <= now() then excluded.until else a.until end
      returning used > network_limit as is_over, until
    )
    select coalesce(max(greatest(1, ceil(extract(epoch from until - now())))), 0)::integer
    from (select * from own union all select * from shared) spent where is_over
  $$;

  create function counts_of(the_subject text) returns jsonb language sql stable as $$
    select coalesce(jsonb_object_agg(value, votes), '{}') from tallies where subject = the_subject and votes > 0
  $$;

  -- One act of one voter; no value takes the vote back. Rows are locked in one order everywhere (allowances, votes, tallies
  -- by value, acts), so that nobody deadlocks. Of two acts with one key at once the second fails on the key of the first.
  create function cast_vote(
    the_subject text, the_voter text, the_value double precision, the_key text,
    network text, voter_limit integer, network_limit integer, seconds integer
  ) returns table (outcome text, value double precision, counts jsonb, wait integer) language plpgsql as $$
  #variable_conflict use_column
  declare
    act acts%rowtype;
    before double precision;
    pause integer;
    result jsonb;
  begin
    select * into act from acts where voter = the_voter and key = the_key;
    if found then
      if act.subject = the_subject and act.value is not distinct from the_value then
        return query select 'repeated', act.value, act.counts, 0;
      else
        return query select 'key-reused', null::double precision, null::jsonb, 0;
      end if;
      return;
    end if;

    pause := spend(the_voter, voter_limit, network, network_limit, seconds);
    if pause > 0 then
      return query select 'rate-limited', null::double precision, null::jsonb, pause;
      return;
    end if;

    if the_value is null then
      delete from votes v where v.subject = the_subject and v.voter = the_voter returning v.value into before;
    else
      insert into votes as v (subject, voter, value) values (the_subject, the_voter, the_value)
      on conflict (subject, voter) do update set value = excluded.value, previous = v.value, cast_at = now()
      returning v.previous into before;
    end if;

    if before is distinct from the_value then
      insert into tallies as t (subject, value, votes)
      select the_subject, change.value, change.by
      from (values (before, -1), (the_value, 1)) change (value, by)
      where change.value is not null
      order by change.value
      on conflict (subject, value) do update set votes = t.votes + excluded.votes;
    end if;

    result := counts_of(the_subject);
    if the_key is not null then
      insert into acts (voter, key, subject, value, counts) values (the_voter, the_key, the_subject, the_value, result);
    end if;
    return query select 'counted', the_value, result, 0;
  end $$;`;
