using Npgsql;

namespace Regio.Testing.Migrations;

/// <summary>
/// What a database has besides the table that lists its migrations: a line for each object, with all that the catalogue says of it.
/// The order of columns is left out, as are comments and line breaks in functions, for they change nothing that is done. So are
/// extensions, which a migration asks for and never takes away: they belong to the database.
/// </summary>
internal static class SchemaPrint
{
    // Rows are counted, since a migration may bring some and has to take them along.
    private const string Lines =
        """
        with own as (
            select n.oid, n.nspname from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'),
        extended as (
            select classid, objid from pg_depend where deptype = 'e'),
        relation as (
            select c.*, format('%I.%I', o.nspname, c.relname) as title from pg_class c join own o on o.oid = c.relnamespace
            where lower(c.relname) not in (@history, 'pk_' || @history) and not exists (select from extended e where e.classid = 'pg_class'::regclass and e.objid = c.oid))
        select format('schema %I', nspname) from own where nspname <> 'public'
        union all
        select concat_ws(' ', 'relation', title, relkind, relpersistence, reloptions::text, relrowsecurity) from relation where relkind not in ('i', 'I')
        union all
        select format('rows of %s: %s', title, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', title), false, true, '')))[1])
        from relation where relkind in ('r', 'p')
        union all
        select concat_ws(' ', 'column', format('%s.%I', r.title, a.attname), format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
            pg_get_expr(d.adbin, d.adrelid), nullif(a.attidentity, ''), nullif(a.attgenerated, ''), a.attcollation::regcollation)
        from relation r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where r.relkind in ('r', 'p', 'v', 'm', 'c', 'f')
        union all
        select concat_ws(' ', 'constraint', r.title, c.conname, pg_get_constraintdef(c.oid), case when c.convalidated then '' else 'not validated' end)
        from relation r join pg_constraint c on c.conrelid = r.oid where c.contype <> 'n'
        union all
        select concat_ws(' ', 'index', pg_get_indexdef(r.oid), case when i.indisvalid then '' else 'not valid' end) from relation r join pg_index i on i.indexrelid = r.oid
        union all
        select concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), t.tgenabled) from relation r join pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal
        union all
        select concat_ws(' ', 'view', title, pg_get_viewdef(oid)) from relation where relkind in ('v', 'm')
        union all
        select concat_ws(' ', 'sequence', r.title, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)
        from relation r join pg_sequence s on s.seqrelid = r.oid
        union all
        select concat_ws(' ', 'policy', r.title, p.polname, p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
        from relation r join pg_policy p on p.polrelid = r.oid
        union all
        select concat_ws(' ', 'rule', pg_get_ruledef(w.oid)) from relation r join pg_rewrite w on w.ev_class = r.oid where w.rulename <> '_RETURN'
        union all
        select concat_ws(' ', 'statistics', pg_get_statisticsobjdef(s.oid)) from pg_statistic_ext s join own o on o.oid = s.stxnamespace
        union all
        select concat_ws(' ', 'function', case when p.prokind = 'a' then p.oid::regprocedure::text
            else regexp_replace(regexp_replace(pg_get_functiondef(p.oid), '--[^\n]*', '', 'g'), '\s+', ' ', 'g') end)
        from pg_proc p join own o on o.oid = p.pronamespace
        where not exists (select from extended e where e.classid = 'pg_proc'::regclass and e.objid = p.oid)
        union all
        select concat_ws(' ', 'type', format('%I.%I', o.nspname, t.typname), t.typtype, format_type(nullif(t.typbasetype, 0), t.typtypmod), t.typdefault,
            (select string_agg(l.enumlabel, ',' order by l.enumsortorder) from pg_enum l where l.enumtypid = t.oid),
            (select string_agg(pg_get_constraintdef(c.oid), ',' order by c.conname) from pg_constraint c where c.contypid = t.oid))
        from pg_type t join own o on o.oid = t.typnamespace
        where t.typtype in ('e', 'd', 'r') and not exists (select from extended e where e.classid = 'pg_type'::regclass and e.objid = t.oid)
        union all
        select concat_ws(' ', 'text search', format('%I.%I', o.nspname, c.cfgname),
            (select string_agg(concat_ws(':', m.maptokentype, m.mapseqno, m.mapdict::regdictionary), ',' order by m.maptokentype, m.mapseqno) from pg_ts_config_map m where m.mapcfg = c.oid))
        from pg_ts_config c join own o on o.oid = c.cfgnamespace
        union all
        select concat_ws(' ', 'dictionary', format('%I.%I', o.nspname, d.dictname), d.dictinitoption) from pg_ts_dict d join own o on o.oid = d.dictnamespace
        where not exists (select from extended e where e.classid = 'pg_ts_dict'::regclass and e.objid = d.oid)
        union all
        select concat_ws(' ', 'collation', format('%I.%I', o.nspname, c.collname), c.collprovider, c.collcollate, c.collisdeterministic)
        from pg_collation c join own o on o.oid = c.collnamespace
        """;

    /// <param name="database">The database.</param>
    /// <param name="history">The table that lists its migrations.</param>
    public static async Task<IReadOnlySet<string>> OfAsync(TestDatabase database, string history)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Lines, connection);
        command.Parameters.AddWithValue("history", history);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
