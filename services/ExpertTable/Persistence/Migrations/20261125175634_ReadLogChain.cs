using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ReadLogChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "subject_pseudonym",
                table: "case_read",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<byte[]>(
                name: "blanked",
                table: "case_read",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "digest",
                table: "case_read",
                type: "bytea",
                nullable: true);

            // The default is that of the lines that were there, and of a version before this one that still runs beside it.
            migrationBuilder.AddColumn<string>(
                name: "ground",
                table: "case_read",
                type: "text",
                nullable: false,
                defaultValue: "StatutoryTask");

            migrationBuilder.AddColumn<byte[]>(
                name: "link",
                table: "case_read",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "number",
                table: "case_read",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_read_number",
                table: "case_read",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_read_subject_pseudonym_sequence",
                table: "case_read",
                columns: new[] { "subject_pseudonym", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_case_read_unlinked",
                table: "case_read",
                column: "sequence",
                filter: "number is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_read_blanked",
                table: "case_read",
                sql: "(subject_pseudonym is null) = (blanked is not null) and (blanked is null or trace_id = '')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_case_read_link",
                table: "case_read",
                sql: "num_nulls(number, digest, link) in (0, 3) and number > 0");

            migrationBuilder.Sql("""
                -- A line is linked once, and once the child may be taken out of it; else it stays as it was written.
                create function refuse_change_of_read() returns trigger language plpgsql as $$
                declare
                    was jsonb := to_jsonb(old);
                    is_now jsonb := to_jsonb(new);
                begin
                    if tg_op = 'UPDATE' and old.number is null and new.number is not null
                        and was - '{number,digest,link}'::text[] = is_now - '{number,digest,link}'::text[] then
                        return new;
                    end if;
                    if tg_op = 'UPDATE' and old.number is not null and old.blanked is null and new.blanked is not null
                        and was - '{subject_pseudonym,trace_id,blanked}'::text[] = is_now - '{subject_pseudonym,trace_id,blanked}'::text[] then
                        return new;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                drop trigger append_only on case_read;
                create trigger append_only before update or delete on case_read
                    for each row execute function refuse_change_of_read();
                create trigger never_emptied before truncate on case_read
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger append_only on case_read;
                drop trigger never_emptied on case_read;
                drop function refuse_change_of_read;
                """);

            migrationBuilder.DropIndex(
                name: "ix_case_read_number",
                table: "case_read");

            migrationBuilder.DropIndex(
                name: "ix_case_read_subject_pseudonym_sequence",
                table: "case_read");

            migrationBuilder.DropIndex(
                name: "ix_case_read_unlinked",
                table: "case_read");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_read_blanked",
                table: "case_read");

            migrationBuilder.DropCheckConstraint(
                name: "ck_case_read_link",
                table: "case_read");

            migrationBuilder.DropColumn(
                name: "blanked",
                table: "case_read");

            migrationBuilder.DropColumn(
                name: "digest",
                table: "case_read");

            migrationBuilder.DropColumn(
                name: "ground",
                table: "case_read");

            migrationBuilder.DropColumn(
                name: "link",
                table: "case_read");

            migrationBuilder.DropColumn(
                name: "number",
                table: "case_read");

            migrationBuilder.AlterColumn<Guid>(
                name: "subject_pseudonym",
                table: "case_read",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            // Last: before it, lines without a child get one that is nobody's.
            migrationBuilder.Sql("""
                alter table case_read alter column subject_pseudonym drop default;
                create trigger append_only before update or delete or truncate on case_read
                    for each statement execute function refuse_change();
                """);
        }
    }
}
