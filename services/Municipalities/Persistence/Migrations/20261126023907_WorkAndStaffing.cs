using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class WorkAndStaffing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "staffing_need",
                columns: table => new
                {
                    region_id = table.Column<string>(type: "text", nullable: false),
                    quarter_start = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<long>(type: "bigint", nullable: false),
                    allocation_key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staffing_need", x => new { x.region_id, x.quarter_start, x.version });
                    table.CheckConstraint("ck_staffing_need_minutes", "minutes >= 0 and version > 0 and ground <> ''");
                    table.CheckConstraint("ck_staffing_need_quarter", "quarter_start = date_trunc('quarter', quarter_start)");
                    table.ForeignKey(
                        name: "fk_staffing_need_allocation_key_allocation_key_id",
                        column: x => x.allocation_key_id,
                        principalTable: "allocation_key",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_staffing_need_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staffing_supply",
                columns: table => new
                {
                    region_id = table.Column<string>(type: "text", nullable: false),
                    quarter_start = table.Column<DateOnly>(type: "date", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staffing_supply", x => new { x.region_id, x.quarter_start, x.municipality_id, x.version });
                    table.CheckConstraint("ck_staffing_supply_minutes", "minutes >= 0 and version > 0 and note <> ''");
                    table.CheckConstraint("ck_staffing_supply_quarter", "quarter_start = date_trunc('quarter', quarter_start)");
                    table.ForeignKey(
                        name: "fk_staffing_supply_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_staffing_supply_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: false),
                    owner_role = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: true),
                    raised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chance = table.Column<int>(type: "integer", nullable: true),
                    impact = table.Column<int>(type: "integer", nullable: true),
                    feedback_body_id = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    feedback_on = table.Column<DateOnly>(type: "date", nullable: true),
                    feedback = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    source_document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_item_number = table.Column<int>(type: "integer", nullable: true),
                    source_meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_remark_number = table.Column<int>(type: "integer", nullable: true),
                    source_round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_view_number = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_item", x => x.id);
                    table.CheckConstraint("ck_work_item_closed", "(state = 'Open') = (closed_on is null) and (state = 'Open') = (outcome = '') and closed_on >= raised_on");
                    table.CheckConstraint("ck_work_item_dossier", "dossier_id <> id");
                    table.CheckConstraint("ck_work_item_feedback", "(feedback_on is null) = (feedback = '') and (feedback_on is null or (feedback_body_id is not null and closed_on is not null and feedback_on >= closed_on))");
                    table.CheckConstraint("ck_work_item_risk", "(kind = 'Risk') = (chance is not null) and (kind = 'Risk') = (impact is not null) and chance between 1 and 5 and impact between 1 and 5");
                    table.CheckConstraint("ck_work_item_source", "num_nonnulls(source_meeting_id, source_round_id, source_document_id) <= 1 and (source_meeting_id is null) = (source_item_number is null) and (source_view_number is null) = (source_remark_number is null) and (source_view_number is null or source_round_id is not null)");
                    table.ForeignKey(
                        name: "fk_work_item_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_item_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_work_item_work_item_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "work_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staffing_owed",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    quarter_start = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    minutes = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staffing_owed", x => new { x.region_id, x.quarter_start, x.version, x.municipality_id });
                    table.CheckConstraint("ck_staffing_owed_minutes", "minutes >= 0");
                    table.ForeignKey(
                        name: "fk_staffing_owed_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_staffing_owed_staffing_need_region_id_quarter_start_version",
                        columns: x => new { x.region_id, x.quarter_start, x.version },
                        principalTable: "staffing_need",
                        principalColumns: new[] { "region_id", "quarter_start", "version" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_item_change",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    work_item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    old_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    new_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    old_owner_id = table.Column<string>(type: "text", nullable: false),
                    new_owner_id = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_item_change", x => new { x.work_item_id, x.number });
                    table.CheckConstraint("ck_work_item_change_differs", "old_due_on <> new_due_on or old_owner_id <> new_owner_id");
                    table.CheckConstraint("ck_work_item_change_reason", "reason <> ''");
                    table.ForeignKey(
                        name: "fk_work_item_change_work_item_work_item_id",
                        column: x => x.work_item_id,
                        principalTable: "work_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_staffing_need_allocation_key_id",
                table: "staffing_need",
                column: "allocation_key_id");

            migrationBuilder.CreateIndex(
                name: "ix_staffing_owed_municipality_id",
                table: "staffing_owed",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_staffing_supply_municipality_id",
                table: "staffing_supply",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_item_dossier_id",
                table: "work_item",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_item_due_on_id",
                table: "work_item",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_item_municipality_id_due_on_id",
                table: "work_item",
                columns: new[] { "municipality_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_item_owner_id_due_on_id",
                table: "work_item",
                columns: new[] { "owner_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_item_region_id_reference",
                table: "work_item",
                columns: new[] { "region_id", "reference" },
                unique: true);

            migrationBuilder.Sql("""
                alter table work_item
                    add constraint fk_work_item_agenda_item foreign key (source_meeting_id, source_item_number) references agenda_item (meeting_id, number),
                    add constraint fk_work_item_round foreign key (source_round_id) references decision_round (id),
                    add constraint fk_work_item_remark foreign key (source_round_id, source_view_number, source_remark_number) references round_remark (round_id, view_number, number),
                    add constraint fk_work_item_document foreign key (source_document_id) references document_reference (id);
                create index ix_work_item_source_meeting_id on work_item (source_meeting_id) where source_meeting_id is not null;
                create index ix_work_item_source_round_id on work_item (source_round_id) where source_round_id is not null;

                -- What was done or dropped stays, but for what its body is told; where an item came from stays always.
                create function refuse_change_of_work_item() returns trigger language plpgsql as $$
                declare
                    told text[] := array['feedback_on', 'feedback', 'version'];
                begin
                    if tg_op = 'DELETE'
                        or (old.state <> 'Open' and to_jsonb(new) - told <> to_jsonb(old) - told)
                        or (old.feedback_on is not null and new is distinct from old)
                        or (new.region_id, new.kind, new.raised_on, new.reference, new.dossier_id, new.feedback_body_id, new.source_meeting_id, new.source_item_number,
                            new.source_round_id, new.source_view_number, new.source_remark_number, new.source_document_id)
                        is distinct from (old.region_id, old.kind, old.raised_on, old.reference, old.dossier_id, old.feedback_body_id, old.source_meeting_id, old.source_item_number,
                            old.source_round_id, old.source_view_number, old.source_remark_number, old.source_document_id) then
                        raise exception 'An item stays what it was raised for, and as it was closed.' using errcode = 'restrict_violation', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                create trigger work_item_stays before update or delete on work_item for each row execute function refuse_change_of_work_item();
                create trigger work_item_change_never_changes before update or delete or truncate on work_item_change
                    for each statement execute function refuse_change();

                -- A dossier closes last. Both sides lock the dossier, so that neither misses the other.
                create function refuse_open_below_closed() returns trigger language plpgsql as $$
                begin
                    if new.dossier_id is not null and not exists (
                        select from work_item d where d.id = new.dossier_id and d.kind = 'Dossier' and d.region_id = new.region_id and (d.state = 'Open' or new.state <> 'Open') for share)
                        or new.kind = 'Dossier' and new.state <> 'Open' and exists (select from work_item i where i.dossier_id = new.id and i.state = 'Open') then
                        raise exception 'Open items hang below open dossiers of their region.' using errcode = 'check_violation', constraint = 'ck_work_item_below', table = tg_table_name;
                    end if;
                    return new;
                end $$;
                create trigger work_item_below before insert or update of state on work_item for each row execute function refuse_open_below_closed();

                create trigger staffing_need_never_changes before update or delete or truncate on staffing_need for each statement execute function refuse_change();
                create trigger staffing_owed_never_changes before update or delete or truncate on staffing_owed for each statement execute function refuse_change();
                create trigger staffing_supply_never_changes before update or delete or truncate on staffing_supply for each statement execute function refuse_change();

                -- The shares of a need add up to it; both are written in one transaction.
                create function refuse_staffing_that_does_not_add_up() returns trigger language plpgsql as $$
                begin
                    if (select n.minutes from staffing_need n where n.region_id = new.region_id and n.quarter_start = new.quarter_start and n.version = new.version)
                        <> (select coalesce(sum(o.minutes), 0) from staffing_owed o where o.region_id = new.region_id and o.quarter_start = new.quarter_start and o.version = new.version) then
                        raise exception 'The shares of a need add up to it.' using errcode = 'check_violation', constraint = 'ck_staffing_owed_sum', table = tg_table_name;
                    end if;
                    return null;
                end $$;
                create constraint trigger staffing_need_adds_up after insert on staffing_need deferrable initially deferred
                    for each row execute function refuse_staffing_that_does_not_add_up();
                create constraint trigger staffing_owed_adds_up after insert on staffing_owed deferrable initially deferred
                    for each row execute function refuse_staffing_that_does_not_add_up();
                """);
            migrationBuilder.Sql("""
                create view timeline_of_work_item as
                select w.id, 'workItems/' || w.id as name, 'Work' as kind, w.region_id,
                    case when w.municipality_id is null then municipalities_of_region(w.region_id, w.raised_on) else array[w.municipality_id] end as municipality_ids,
                    w.title as subject,
                    case w.kind when 'Action' then 'Actie' when 'Dossier' then 'Dossier' when 'WorkOrder' then 'Opdracht' when 'Risk' then 'Risico'
                        when 'DataRequest' then 'Gegevensuitvraag' else 'Brief met antwoordtermijn' end
                        || case w.state when 'Open' then ' staat open' when 'Done' then ' afgedaan' else ' vervallen' end as title,
                    concat_ws(E'\n', nullif(w.text, ''), nullif(w.outcome, ''), nullif(w.feedback, '')) as text,
                    coalesce(w.closed_on, w.raised_on) as happened_on, 'Day' as precision, coalesce(w.reference, '') as origin
                from work_item w;
                create constraint trigger work_item_is_told after insert or update on work_item deferrable initially deferred
                    for each row execute function keep_timeline('workItems/%s', 'id');

                -- An event that only tells how something stands (…Changed) is no happening of its own: what happened is told by its rows.
                create or replace view timeline_of_outbox_message as
                select o.sequence, 'events/' || o.message_id as name, 'Event' as kind, e.body ->> 'regionId' as region_id,
                    case
                        when e.body ? 'roundId' then municipalities_of_round((e.body ->> 'roundId')::uuid)
                        when e.body ? 'municipalityId' then array[e.body ->> 'municipalityId']
                        else array(select p ->> 'municipalityId' from jsonb_array_elements(coalesce(e.body -> 'shares', e.body -> 'invoices', e.body -> 'weights', '[]')) p order by 1)
                    end as municipality_ids,
                    coalesce(r.subject, e.body ->> 'subject', e.body ->> 'name', e.body ->> 'reference', e.body ->> 'purpose', '') as subject,
                    case e.type
                        when 'VisionAdopted' then 'Regiovisie vastgesteld: versie ' || (e.body ->> 'versionNumber')
                        when 'JointArrangementAdopted' then 'Gemeenschappelijke regeling vastgesteld: versie ' || (e.body ->> 'versionNumber')
                        when 'AdoptionLapsed' then 'Vaststelling vervallen: versie ' || (e.body ->> 'versionNumber')
                        when 'RoundReopened' then 'Ronde heropend: versie ' || (e.body ->> 'versionNumber')
                        when 'AllocationKeyAdopted' then 'Verdeelsleutel vastgesteld'
                        when 'CostAllocated' then 'Kosten verdeeld: ' || euros((e.body ->> 'amountCents')::bigint)
                        when 'InvoiceRunIssued' then 'Facturen verzonden: ' || euros((e.body ->> 'amountCents')::bigint)
                        when 'MunicipalityRecorded' then 'Gemeente in het register'
                        else e.type end as title,
                    '' as text,
                    coalesce((e.body ->> 'adoptedOn')::date, (e.body ->> 'validFrom')::date, (e.body ->> 'invoiceDate')::date,
                        ((e.body ->> 'occurredAt')::timestamptz at time zone 'Europe/Amsterdam')::date) as happened_on,
                    'Day' as precision, concat_ws(', ', nullif(e.body ->> 'sourceTitle', ''), nullif(e.body ->> 'sourcePlace', '')) as origin
                from outbox_message o
                cross join lateral (select o.body::jsonb as body, substring(split_part(o.message_type, ',', 1) from '[^.]+$') as type) e
                left join decision_round r on r.id = (e.body ->> 'roundId')::uuid
                where o.is_event and e.type not like '%Changed';
                drop trigger outbox_message_is_told on outbox_message;
                create constraint trigger outbox_message_is_told after insert on outbox_message deferrable initially deferred
                    for each row when (new.is_event and split_part(new.message_type, ',', 1) not like '%Changed') execute function keep_timeline('events/%s', 'sequence');
                select rebuild_timeline();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop view timeline_of_work_item;
                create or replace view timeline_of_outbox_message as
                select o.sequence, 'events/' || o.message_id as name, 'Event' as kind, e.body ->> 'regionId' as region_id,
                    case
                        when e.body ? 'roundId' then municipalities_of_round((e.body ->> 'roundId')::uuid)
                        when e.body ? 'municipalityId' then array[e.body ->> 'municipalityId']
                        else array(select p ->> 'municipalityId' from jsonb_array_elements(coalesce(e.body -> 'shares', e.body -> 'invoices', e.body -> 'weights', '[]')) p order by 1)
                    end as municipality_ids,
                    coalesce(r.subject, e.body ->> 'subject', e.body ->> 'name', e.body ->> 'reference', e.body ->> 'purpose', '') as subject,
                    case e.type
                        when 'VisionAdopted' then 'Regiovisie vastgesteld: versie ' || (e.body ->> 'versionNumber')
                        when 'JointArrangementAdopted' then 'Gemeenschappelijke regeling vastgesteld: versie ' || (e.body ->> 'versionNumber')
                        when 'AdoptionLapsed' then 'Vaststelling vervallen: versie ' || (e.body ->> 'versionNumber')
                        when 'RoundReopened' then 'Ronde heropend: versie ' || (e.body ->> 'versionNumber')
                        when 'AllocationKeyAdopted' then 'Verdeelsleutel vastgesteld'
                        when 'CostAllocated' then 'Kosten verdeeld: ' || euros((e.body ->> 'amountCents')::bigint)
                        when 'InvoiceRunIssued' then 'Facturen verzonden: ' || euros((e.body ->> 'amountCents')::bigint)
                        when 'MunicipalityRecorded' then 'Gemeente in het register'
                        else e.type end as title,
                    '' as text,
                    coalesce((e.body ->> 'adoptedOn')::date, (e.body ->> 'validFrom')::date, (e.body ->> 'invoiceDate')::date,
                        ((e.body ->> 'occurredAt')::timestamptz at time zone 'Europe/Amsterdam')::date) as happened_on,
                    'Day' as precision, concat_ws(', ', nullif(e.body ->> 'sourceTitle', ''), nullif(e.body ->> 'sourcePlace', '')) as origin
                from outbox_message o
                cross join lateral (select o.body::jsonb as body, substring(split_part(o.message_type, ',', 1) from '[^.]+$') as type) e
                left join decision_round r on r.id = (e.body ->> 'roundId')::uuid
                where o.is_event;
                drop trigger outbox_message_is_told on outbox_message;
                create constraint trigger outbox_message_is_told after insert on outbox_message deferrable initially deferred
                    for each row when (new.is_event) execute function keep_timeline('events/%s', 'sequence');
                """);

            migrationBuilder.DropTable(
                name: "staffing_owed");

            migrationBuilder.DropTable(
                name: "staffing_supply");

            migrationBuilder.DropTable(
                name: "work_item_change");

            migrationBuilder.DropTable(
                name: "staffing_need");

            migrationBuilder.DropTable(
                name: "work_item");

            migrationBuilder.Sql("""
                drop function refuse_change_of_work_item();
                drop function refuse_open_below_closed();
                drop function refuse_staffing_that_does_not_add_up();
                select rebuild_timeline();
                """);
        }
    }
}
