using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Mergers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_seat_holder_body_seat_body_id_seat_number",
                table: "seat_holder");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ended_on",
                table: "municipality",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "successor_id",
                table: "municipality",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_municipality_successor_id",
                table: "municipality",
                column: "successor_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_municipality_ended",
                table: "municipality",
                sql: "(ended_on is null) = (successor_id is null) and successor_id <> id");

            migrationBuilder.AddForeignKey(
                name: "fk_municipality_municipality_successor_id",
                table: "municipality",
                column: "successor_id",
                principalTable: "municipality",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_seat_holder_body_seat_body_id_seat_number",
                table: "seat_holder",
                columns: new[] { "body_id", "seat_number" },
                principalTable: "body_seat",
                principalColumns: new[] { "body_id", "number" });

            migrationBuilder.Sql("""
                create function refuse_membership_after_end() returns trigger language plpgsql as $$
                declare
                    municipality text;
                begin
                    if tg_table_name = 'municipality' then
                        municipality := new.id;
                    else
                        municipality := new.municipality_id;
                    end if;
                    if exists (
                        select from membership m join municipality g on g.id = m.municipality_id
                        where g.id = municipality and g.ended_on is not null and not m.validity <@ daterange(null, g.ended_on)) then
                        raise exception 'Municipality % belongs to no region after its end.', municipality
                            using errcode = 'check_violation', constraint = 'ck_membership_until_end', table = 'membership';
                    end if;
                    return null;
                end $$;

                -- Checked at commit, since a municipality and its memberships end together.
                create constraint trigger ck_municipality_membership_until_end after update on municipality
                    deferrable initially deferred for each row execute function refuse_membership_after_end();
                create constraint trigger ck_membership_until_end after insert or update on membership
                    deferrable initially deferred for each row execute function refuse_membership_after_end();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger ck_municipality_membership_until_end on municipality;
                drop trigger ck_membership_until_end on membership;
                drop function refuse_membership_after_end;
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_municipality_municipality_successor_id",
                table: "municipality");

            migrationBuilder.DropForeignKey(
                name: "fk_seat_holder_body_seat_body_id_seat_number",
                table: "seat_holder");

            migrationBuilder.DropIndex(
                name: "ix_municipality_successor_id",
                table: "municipality");

            migrationBuilder.DropCheckConstraint(
                name: "ck_municipality_ended",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "ended_on",
                table: "municipality");

            migrationBuilder.DropColumn(
                name: "successor_id",
                table: "municipality");

            migrationBuilder.AddForeignKey(
                name: "fk_seat_holder_body_seat_body_id_seat_number",
                table: "seat_holder",
                columns: new[] { "body_id", "seat_number" },
                principalTable: "body_seat",
                principalColumns: new[] { "body_id", "number" },
                onDelete: ReferentialAction.Restrict);
        }
    }
}
