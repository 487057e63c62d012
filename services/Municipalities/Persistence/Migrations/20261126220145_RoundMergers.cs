using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RoundMergers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_round_view_received",
                table: "round_view");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ended_on",
                table: "round_body",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "from_on",
                table: "round_body",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "successor_body_id",
                table: "round_body",
                type: "text",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_round_view_received",
                table: "round_view",
                sql: "(state in ('Outstanding', 'Silent', 'GoneOver')) or received_on is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_round_body_period",
                table: "round_body",
                sql: "ended_on > from_on");

            migrationBuilder.AddCheckConstraint(
                name: "ck_round_body_successor",
                table: "round_body",
                sql: "successor_body_id is null or (ended_on is not null and successor_body_id <> body_id)");

            migrationBuilder.Sql("""
                -- The bodies that one stands on: itself, those whose place it took when it began, and those that took its place.
                create function round_body_line(asked_round uuid, asked_body text) returns setof text language sql stable as $$
                    with recursive before(body_id, from_on) as (
                        select b.body_id, b.from_on from round_body b where b.round_id = asked_round and b.body_id = asked_body
                        union
                        select p.body_id, p.from_on from round_body p join before on p.successor_body_id = before.body_id and p.ended_on = before.from_on
                        where p.round_id = asked_round),
                    after(body_id, successor_body_id) as (
                        select b.body_id, b.successor_body_id from round_body b where b.round_id = asked_round and b.body_id = asked_body
                        union
                        select n.body_id, n.successor_body_id from round_body n join after on n.body_id = after.successor_body_id
                        where n.round_id = asked_round)
                    select body_id from before union select body_id from after
                $$;

                -- The threshold counts the bodies that took part on the day of the adoption.
                create or replace function refuse_adoption_below_threshold() returns trigger language plpgsql as $$
                declare
                    adopted uuid;
                begin
                    if tg_table_name = 'decision_round' then
                        adopted := new.id;
                    else
                        adopted := new.round_id;
                    end if;
                    if exists (
                        select from decision_round r join round_step s on s.round_id = r.id
                        cross join lateral (
                            select count(*) filter (where b.from_on is null) as drafted, count(*) filter (where b.there) as there,
                                count(*) filter (where b.there and exists (
                                    select from round_decision d
                                    where d.round_id = r.id and d.step_code = s.code and d.version_number = r.version_number and d.counts
                                        and d.body_id in (select round_body_line(r.id, b.body_id)))) as counting
                            from (
                                select *, coalesce(from_on <= r.adopted_on, true) and coalesce(ended_on > r.adopted_on, true) as there
                                from round_body where round_id = r.id and kind = any (string_to_array(s.body_kinds, ', '))) b) bodies
                        where r.id = adopted and r.state = 'Adopted' and bodies.counting < greatest(1,
                            case when s.required >= bodies.drafted then bodies.there else least(s.required, bodies.there) end)) then
                        raise exception 'Round % is adopted below the threshold of a step.', adopted
                            using errcode = 'check_violation', constraint = 'ck_decision_round_threshold', table = 'decision_round';
                    end if;
                    return null;
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create or replace function refuse_adoption_below_threshold() returns trigger language plpgsql as $$
                declare
                    adopted uuid;
                begin
                    if tg_table_name = 'decision_round' then
                        adopted := new.id;
                    else
                        adopted := new.round_id;
                    end if;
                    if exists (
                        select from decision_round r join round_step s on s.round_id = r.id
                        where r.id = adopted and r.state = 'Adopted' and s.required > (
                            select count(distinct d.body_id) from round_decision d
                            where d.round_id = r.id and d.step_code = s.code and d.version_number = r.version_number and d.counts)) then
                        raise exception 'Round % is adopted below the threshold of a step.', adopted
                            using errcode = 'check_violation', constraint = 'ck_decision_round_threshold', table = 'decision_round';
                    end if;
                    return null;
                end $$;
                drop function round_body_line(uuid, text);
                """);

            migrationBuilder.DropCheckConstraint(
                name: "ck_round_view_received",
                table: "round_view");

            migrationBuilder.DropCheckConstraint(
                name: "ck_round_body_period",
                table: "round_body");

            migrationBuilder.DropCheckConstraint(
                name: "ck_round_body_successor",
                table: "round_body");

            migrationBuilder.DropColumn(
                name: "ended_on",
                table: "round_body");

            migrationBuilder.DropColumn(
                name: "from_on",
                table: "round_body");

            migrationBuilder.DropColumn(
                name: "successor_body_id",
                table: "round_body");

            migrationBuilder.AddCheckConstraint(
                name: "ck_round_view_received",
                table: "round_view",
                sql: "(state in ('Outstanding', 'Silent')) or received_on is not null");
        }
    }
}
