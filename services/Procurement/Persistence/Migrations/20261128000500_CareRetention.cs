using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Regio.ServiceDefaults.Persistence;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CareRetention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<byte[]>(
                name: "number_hash",
                table: "care_client",
                type: "bytea",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "bytea");

            migrationBuilder.AddColumn<DateOnly>(
                name: "destroyed_on",
                table: "care_message",
                type: "date",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_care_message_destroyed",
                table: "care_message",
                sql: "destroyed_on is null or sealed_number is null");

            migrationBuilder.CreateIndex(
                name: "ix_care_message_kept",
                table: "care_message",
                columns: new[] { "received_at", "id" },
                filter: "destroyed_on is null");

            migrationBuilder.Sql("""
                -- Last day of an assignment: as it was assigned, or that of care where no last day was; infinity while it goes on.
                -- Task-based work of which every start was taken back was nothing.
                create function care_assignment_last_day(assignment uuid) returns date language sql stable as $$
                    select case
                        when a.ends_on is not null then a.ends_on
                        when d.started is null then case when a.number is null then a.starts_on else 'infinity' end
                        when d.goes_on then 'infinity'
                        else d.ended_on
                    end
                    from care_assignment a
                    cross join lateral (
                        select min(began_on) as started, bool_or(s.ended_on is null) as goes_on, max(s.ended_on) as ended_on
                        from care_delivery d
                        left join care_stop s on s.delivery_id = d.id and s.removed_by is null and s.reason <> '20'
                        where d.assignment_id = a.id and d.removed_by is null) d
                    where a.id = assignment
                $$;

                -- The assignments that a message assigned, started, stopped or changed.
                create function care_assignments_of(message uuid) returns setof uuid language sql stable as $$
                    select assignment_id from care_assignment_version where message_id = message
                    union select assignment_id from care_delivery where started_by = message or removed_by = message
                    union select d.assignment_id from care_stop s join care_delivery d on d.id = s.delivery_id where s.stopped_by = message or s.removed_by = message
                $$;

                -- The last day for which the file of a message is needed, from which its term counts.
                create function care_file_last_day(message uuid) returns date language sql stable as $$
                    select greatest(
                        (select dutch_day(received_at) from care_message where id = message),
                        (select max(care_assignment_last_day(assigned)) from care_assignments_of(message) as assigned),
                        (select max(case when r.due_on is not null then 'infinity' else dutch_day(answer.received_at) end)
                         from care_request r left join care_message answer on answer.id = r.answered_by
                         where r.message_id = message or r.investigated_by = message or r.answered_by = message))
                $$;

                -- Whether a file is kept that is about a client.
                create function care_client_has_files(client uuid) returns boolean language sql stable as $$
                    select exists (
                        select from care_assignment a join care_assignment_version v on v.assignment_id = a.id join care_message m on m.id = v.message_id
                        where a.client_id = client and m.destroyed_on is null)
                    or exists (
                        select from care_request r join care_message m on m.id = r.message_id or m.id = r.investigated_by or m.id = r.answered_by
                        where r.client_id = client and m.destroyed_on is null)
                    or exists (
                        select from care_assignment a join care_delivery d on d.assignment_id = a.id join care_message m on m.id = d.started_by or m.id = d.removed_by
                        where a.client_id = client and m.destroyed_on is null)
                    or exists (
                        select from care_assignment a join care_delivery d on d.assignment_id = a.id join care_stop s on s.delivery_id = d.id
                        join care_message m on m.id = s.stopped_by or m.id = s.removed_by
                        where a.client_id = client and m.destroyed_on is null)
                    or exists (
                        select from care_assignment a join care_claim_line l on l.assignment_id = a.id join care_message m on m.id = l.claim_id
                        where a.client_id = client and m.destroyed_on is null)
                $$;

                -- A message is a fact; under a new key its number is sealed anew, after its term it loses that for good, and nothing else
                -- of it ever changes. The day may differ by one from that of here: two clocks around midnight.
                create or replace function refuse_change_but_of_seal() returns trigger language plpgsql as $$
                declare
                    was jsonb := to_jsonb(old) - array['key_id', 'sealed_number'];
                    is_now jsonb := to_jsonb(new) - array['key_id', 'sealed_number'];
                begin
                    if old.destroyed_on is null and is_now = was and (new.sealed_number is null) = (old.sealed_number is null) then
                        return new;
                    end if;
                    if old.destroyed_on is null and is_now - 'destroyed_on' = was - 'destroyed_on' and new.sealed_number is null
                        and abs(new.destroyed_on - dutch_day(now())) <= 1
                        and care_file_last_day(old.id) + make_interval(years => term_on('CareFileYears', new.destroyed_on)) <= new.destroyed_on then
                        return new;
                    end if;
                    raise exception 'Rows of % never change but for their seal, which goes after the term; a correction is another row.', tg_table_name
                        using errcode = 'restrict_violation', table = tg_table_name;
                end $$;

                -- A file is sealed anew in its place, and goes when its message says that it is destroyed.
                create function refuse_change_of_care_file() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'UPDATE' and (new.file_id, new.number) = (old.file_id, old.number) then
                        return new;
                    end if;
                    if tg_op = 'DELETE' and exists (select from care_message where (id = old.file_id or answer_file_id = old.file_id) and destroyed_on is not null) then
                        return old;
                    end if;
                    raise exception 'Files stay until they are destroyed after their term.' using errcode = 'restrict_violation', table = tg_table_name;
                end $$;
                create trigger care_file_piece_changes_its_seal before update or delete on care_file_piece
                    for each row execute function refuse_change_of_care_file();
                create trigger care_file_piece_stays before truncate on care_file_piece
                    for each statement execute function refuse_change();

                -- A client is found by the number as long as a file about the client is kept.
                create function refuse_change_but_of_link() returns trigger language plpgsql as $$
                begin
                    if new.id = old.id and old.number_hash is not null and new.number_hash is null and not care_client_has_files(old.id) then
                        return new;
                    end if;
                    raise exception 'A client stays as it is while a file about the client is kept.' using errcode = 'restrict_violation', table = tg_table_name;
                end $$;
                drop trigger care_client_never_changes on care_client;
                create trigger care_client_never_changes before delete or truncate on care_client
                    for each statement execute function refuse_change();
                create trigger care_client_loses_its_link before update on care_client
                    for each row execute function refuse_change_but_of_link();

                -- Findings told the name of an element that the standard does not have, which may be that of a client.
                alter table care_finding disable trigger care_finding_never_changes;
                update care_finding set path = regexp_replace(path, '[^/]*$', '…'), text = 'Een onbekend element hoort hier niet.' where rule = 'XSD03';
                alter table care_finding enable trigger care_finding_never_changes;
                """);
            migrationBuilder.RowsStay("care_file");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What was destroyed stays so: a client that nobody finds gets a hash that is none of a number.
            migrationBuilder.Sql("""
                drop trigger care_file_never_changes on care_file;
                drop trigger care_client_loses_its_link on care_client;
                drop trigger care_client_never_changes on care_client;
                update care_client set number_hash = decode(replace(id::text, '-', ''), 'hex') where number_hash is null;
                create trigger care_client_never_changes before update or delete or truncate on care_client
                    for each statement execute function refuse_change();
                drop trigger care_file_piece_changes_its_seal on care_file_piece;
                drop trigger care_file_piece_stays on care_file_piece;
                create or replace function refuse_change_but_of_seal() returns trigger language plpgsql as $$
                begin
                    if to_jsonb(new) - array['key_id', 'sealed_number'] is distinct from to_jsonb(old) - array['key_id', 'sealed_number'] then
                        raise exception 'Rows of % never change but for their seal; a correction is another row.', tg_table_name
                            using errcode = 'restrict_violation', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                drop function refuse_change_but_of_link;
                drop function refuse_change_of_care_file;
                drop function care_client_has_files;
                drop function care_file_last_day;
                drop function care_assignments_of;
                drop function care_assignment_last_day;
                """);

            migrationBuilder.DropIndex(
                name: "ix_care_message_kept",
                table: "care_message");

            migrationBuilder.DropCheckConstraint(
                name: "ck_care_message_destroyed",
                table: "care_message");

            migrationBuilder.DropColumn(
                name: "destroyed_on",
                table: "care_message");

            migrationBuilder.AlterColumn<byte[]>(
                name: "number_hash",
                table: "care_client",
                type: "bytea",
                nullable: false,
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true);
        }
    }
}
