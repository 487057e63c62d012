using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "destroyed_at",
                table: "case_file",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "destroyed_by",
                table: "case_file",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "destruction_ground",
                table: "case_file",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "held_since",
                table: "case_file",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_file_destroyed_at",
                table: "case_file",
                column: "destroyed_at",
                filter: "destroyed_at is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_file_destroyed",
                table: "case_file",
                sql: "num_nulls(destroyed_at, destroyed_by, destruction_ground) in (0, 3) and (destroyed_at is null or (held_since is null and state in ('Closed', 'Returned')))");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_file_subject",
                table: "case_file",
                sql: "(destroyed_at is not null) = (subject_pseudonym = '00000000-0000-0000-0000-000000000000')");

            migrationBuilder.Sql("""
                -- What only grows goes when its case says that it was destroyed, and not before.
                create or replace function refuse_change_but_of_seal() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'UPDATE' and to_jsonb(new) - 'key_id' - 'sealed' = to_jsonb(old) - 'key_id' - 'sealed' and new.key_id <> old.key_id then
                        return new;
                    end if;
                    if tg_op = 'DELETE' and exists (select from case_file where id = old.case_id and destroyed_at is not null) then
                        return old;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create function refuse_change_while_kept() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'DELETE' and exists (select from case_file where id = old.case_id and destroyed_at is not null) then
                        return old;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                drop trigger append_only on case_sibling;
                create trigger append_only before update or delete on case_sibling
                    for each row execute function refuse_change_while_kept();
                create trigger never_emptied before truncate on case_sibling
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger append_only on case_sibling;
                drop trigger never_emptied on case_sibling;
                drop function refuse_change_while_kept;
                create trigger append_only before update or delete or truncate on case_sibling
                    for each statement execute function refuse_change();
                create or replace function refuse_change_but_of_seal() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'UPDATE' and to_jsonb(new) - 'key_id' - 'sealed' = to_jsonb(old) - 'key_id' - 'sealed' and new.key_id <> old.key_id then
                        return new;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                """);

            migrationBuilder.DropIndex(
                name: "ix_case_file_destroyed_at",
                table: "case_file");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_file_destroyed",
                table: "case_file");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_file_subject",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "destroyed_at",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "destroyed_by",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "destruction_ground",
                table: "case_file");

            migrationBuilder.DropColumn(
                name: "held_since",
                table: "case_file");
        }
    }
}
