-- A province on one database: spread the centre's tables over the machines of a Citus cluster.
--
-- Run by the database's administrator on the coordinator, after the first county's centre was set
-- up (`server init --database …` makes the tables), and again after every upgrade of the program
-- that brought new tables. Running it twice changes nothing.
--
-- Every table is a county's: its key and every unique index begin with the county, every statement
-- of the program names one county, so each is answered by one machine and counties do not wait for
-- each other. All tables of a county lie together (colocated with `centres`), so that its
-- transactions stay on one machine. There are no reference tables: nothing is shared by counties.
--
-- `canbao_steps` (which steps of the schema have run) stays an ordinary table of the coordinator.
-- `centres` holds each county's place in its feed; whoever writes to a county holds that row.

CREATE EXTENSION IF NOT EXISTS citus;

DO $$
DECLARE
    name text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'centres'::regclass) THEN
        -- Twice as many shards as a province of 130 counties has machines to grow into.
        PERFORM create_distributed_table('centres', 'county', colocate_with => 'none',
                                         shard_count => 128);
    END IF;
    FOREACH name IN ARRAY ARRAY[
        'accounts',
        'adjustments',
        'allocations',
        'audit_findings',
        'audit_runs',
        'case_places',
        'case_remarks',
        'cases',
        'closings',
        'codes',
        'directory',
        'directory_changes',
        'enrollments',
        'event_households',
        'events',
        'feed',
        'field_changes',
        'filter_layers',
        'filter_marks',
        'filter_sets',
        'filters',
        'follow_ups',
        'forks',
        'handover_rows',
        'handovers',
        'households',
        'law_packs',
        'list_aliases',
        'list_batches',
        'list_exports',
        'list_people',
        'local_values',
        'looks',
        'not_enrolled',
        'operators',
        'packets',
        'payment_lines',
        'payments',
        'people',
        'person_numbers',
        'progress',
        'publications',
        'receipts',
        'reconciliations',
        'refs',
        'refunds',
        'registrations',
        'release_pieces',
        'releases',
        'restorations',
        'return_codes',
        'segments',
        'station_programs',
        'stations',
        'tallies',
        'targets',
        'tax_files',
        'tax_rows',
        'units'
    ] LOOP
        IF NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = name::regclass) THEN
            PERFORM create_distributed_table(name, 'county', colocate_with => 'centres');
        END IF;
    END LOOP;
END
$$;
