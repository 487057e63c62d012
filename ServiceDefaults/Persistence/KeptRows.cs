using Microsoft.EntityFrameworkCore.Migrations;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>For migrations: what a model cannot say of rows.</summary>
public static class KeptRows
{
    /// <summary>
    /// From here on the database refuses to change, delete or truncate the rows of a table, with the error
    /// <c>restrict_violation</c>: they are facts, and a correction is another row.
    /// </summary>
    /// <param name="migration">The migration that makes the table.</param>
    /// <param name="table">Its name.</param>
    public static void RowsStay(this MigrationBuilder migration, string table) => migration.Sql($"""
        create or replace function refuse_change() returns trigger language plpgsql as $$
        begin
            raise exception 'Rows of % never change; a correction is another row.', tg_table_name
                using errcode = 'restrict_violation', table = tg_table_name;
        end $$;
        create trigger {table}_never_changes before update or delete or truncate on {table}
            for each statement execute function refuse_change();
        """);
}
