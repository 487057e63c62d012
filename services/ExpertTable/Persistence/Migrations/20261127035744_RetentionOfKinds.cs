using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.ExpertTable.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RetentionOfKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "destroyed_on",
                table: "consultation",
                type: "date",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_consultation_destroyed",
                table: "consultation",
                sql: "(destroyed_on is null) = (sealed <> '') and (destroyed_on is null or key_id = '')");

            migrationBuilder.Sql("""
                -- Where no law says how long, a choice of this design does.
                insert into term_setting (id, term, value, starts_on, ground, source_title, source_place, recorded_by, recorded_at)
                select ('014aa1b0-2800-7e00-9c0d-5ca1e10000' || lpad(to_hex(number), 2, '0'))::uuid, term, value, date '2015-01-01', ground, 'Ontwerpkeuze van Regio', '', '', now()
                from (values
                    (21, 'ReferralYears', 5, 'Een aanmelding die de tafel teruggaf zonder hulp te verlenen blijft vijf jaar bewaard'),
                    (22, 'ReadLogYears', 20, 'Wie in een dossier staat, kan even lang als het dossier bestaat vragen wie het las'),
                    (23, 'ConsultationYears', 5, 'De teksten van een anonieme consultatie blijven vijf jaar bewaard')) start (number, term, value, ground);

                -- The child leaves a line when its case is destroyed, or after the term unless a legal hold keeps the case.
                create or replace function refuse_change_of_read() returns trigger language plpgsql as $$
                declare
                    was jsonb := to_jsonb(old);
                    is_now jsonb := to_jsonb(new);
                    today date := dutch_day(now());
                begin
                    if tg_op = 'UPDATE' and old.number is null and new.number is not null
                        and was - '{number,digest,link}'::text[] = is_now - '{number,digest,link}'::text[] then
                        return new;
                    end if;
                    if tg_op = 'UPDATE' and old.number is not null and old.blanked is null and new.blanked is not null
                        and was - '{subject_pseudonym,trace_id,blanked}'::text[] = is_now - '{subject_pseudonym,trace_id,blanked}'::text[]
                        and exists (select from case_file where id = old.case_id and (destroyed_at is not null or (held_since is null
                            and dutch_day(old.read_at) + make_interval(years => term_on('ReadLogYears', today)) <= today))) then
                        return new;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;

                -- A consultation changes by its seal, or loses its texts once, after the term.
                drop trigger only_the_seal_changes on consultation;
                create function refuse_change_of_consultation() returns trigger language plpgsql as $$
                declare
                    today date := dutch_day(now());
                begin
                    if to_jsonb(new) - 'key_id' - 'sealed' = to_jsonb(old) - 'key_id' - 'sealed' and new.key_id <> old.key_id and old.destroyed_on is null then
                        return new;
                    end if;
                    if old.destroyed_on is null and new.destroyed_on is not null
                        and to_jsonb(new) - 'key_id' - 'sealed' - 'destroyed_on' = to_jsonb(old) - 'key_id' - 'sealed' - 'destroyed_on'
                        and old.held_on + make_interval(years => term_on('ConsultationYears', today)) <= today then
                        return new;
                    end if;
                    raise exception '% only grows', tg_table_name using errcode = 'restrict_violation';
                end $$;
                create trigger only_the_seal_changes before update on consultation
                    for each row execute function refuse_change_of_consultation();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Rows only stay while the table does: what was set of these terms goes with them.
            migrationBuilder.Sql("""
                drop trigger only_the_seal_changes on consultation;
                drop function refuse_change_of_consultation;
                create trigger only_the_seal_changes before update on consultation
                    for each row when (to_jsonb(new) - 'key_id' - 'sealed' <> to_jsonb(old) - 'key_id' - 'sealed' or new.key_id = old.key_id)
                    execute function refuse_change();
                create or replace function refuse_change_of_read() returns trigger language plpgsql as $$
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
                alter table term_setting disable trigger user;
                delete from term_setting where term in ('ReferralYears', 'ReadLogYears', 'ConsultationYears');
                alter table term_setting enable trigger user;
                """);

            migrationBuilder.DropCheckConstraint(
                name: "ck_consultation_destroyed",
                table: "consultation");

            migrationBuilder.DropColumn(
                name: "destroyed_on",
                table: "consultation");
        }
    }
}
