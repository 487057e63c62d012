using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DecisionMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create extension if not exists unaccent;
                create text search configuration dutch_unaccented (copy = dutch);
                alter text search configuration dutch_unaccented
                    alter mapping for hword, hword_part, word with unaccent, dutch_stem;
                """);

            migrationBuilder.CreateTable(
                name: "document_reference",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: true),
                    subject = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    dated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    precision = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_reference", x => x.id);
                    table.CheckConstraint("ck_document_reference_content_hash", "content_hash ~ '^[0-9a-f]{64}$'");
                    table.CheckConstraint("ck_document_reference_corrects", "corrects_id <> id");
                    table.CheckConstraint("ck_document_reference_date", "(dated_on is null) = (precision = 'Unknown')");
                    table.CheckConstraint("ck_document_reference_link", "link = '' or link ~ '^https?://'");
                    table.ForeignKey(
                        name: "fk_document_reference_document_reference_corrects_id",
                        column: x => x.corrects_id,
                        principalTable: "document_reference",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_reference_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_reference_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "timeline_entry",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: true),
                    municipality_ids = table.Column<List<string>>(type: "text[]", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    precision = table.Column<string>(type: "text", nullable: false),
                    origin = table.Column<string>(type: "text", nullable: false),
                    search = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "setweight(to_tsvector('dutch_unaccented', title), 'A') || setweight(to_tsvector('dutch_unaccented', subject), 'B') || setweight(to_tsvector('dutch_unaccented', text), 'C')", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timeline_entry", x => x.name);
                    table.CheckConstraint("ck_timeline_entry_date", "(happened_on = '-infinity') = (precision = 'Unknown')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_document_reference_content_hash",
                table: "document_reference",
                column: "content_hash",
                unique: true,
                filter: "corrects_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_document_reference_corrects_id",
                table: "document_reference",
                column: "corrects_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_document_reference_municipality_id",
                table: "document_reference",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_reference_region_id",
                table: "document_reference",
                column: "region_id");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entry_happened_on_name",
                table: "timeline_entry",
                columns: new[] { "happened_on", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entry_municipality_ids",
                table: "timeline_entry",
                column: "municipality_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entry_search",
                table: "timeline_entry",
                column: "search")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_timeline_entry_subject_happened_on_name",
                table: "timeline_entry",
                columns: new[] { "subject", "happened_on", "name" });

            migrationBuilder.Sql("""
                create trigger document_reference_never_changes before update or delete or truncate on document_reference
                    for each statement execute function refuse_change();

                create function body_title(body text) returns text language sql stable as $$
                    select case split_part(body, ':', 2)
                            when 'council' then 'Gemeenteraad van '
                            when 'executive' then 'College van '
                            when 'advisory-council' then 'Adviesraad sociaal domein van '
                            else split_part(body, ':', 2) || ' ' end
                        || coalesce((select m.name from municipality m where m.id = split_part(body, ':', 1)), split_part(body, ':', 1));
                $$;
                create function euros(cents bigint) returns text language sql immutable as $$
                    select '€ ' || translate(to_char(cents / 100.0, 'FM999,999,999,999,990.00'), ',.', '.,');
                $$;
                create function municipalities_of_round(round uuid) returns text[] language sql stable as $$
                    select coalesce(array_agg(distinct b.municipality_id order by b.municipality_id), '{}')
                    from round_body b where b.round_id = round and b.municipality_id is not null;
                $$;
                create function municipalities_of_region(region text, day date) returns text[] language sql stable as $$
                    select coalesce(array_agg(distinct m.municipality_id order by m.municipality_id), '{}')
                    from membership m where m.region_id = region and (day is null or m.validity @> day);
                $$;
                """);
            migrationBuilder.Sql("""
                -- A view for each table whose rows are told on the timeline. Beside the columns of an entry it has the key of its
                -- table, by which the trigger finds the row that changed.
                create view timeline_of_round_decision as
                select d.round_id, d.number, 'rounds/' || d.round_id || '/decisions/' || d.number as name, 'Decision' as kind, r.region_id,
                    case when b.municipality_id is null then municipalities_of_round(r.id) else array[b.municipality_id] end as municipality_ids, r.subject,
                    body_title(d.body_id) || ': ' || case d.outcome
                        when 'Adopted' then 'vastgesteld' when 'AdoptedWithRemarks' then 'vastgesteld met opmerkingen'
                        when 'AdoptedWithChanges' then 'vastgesteld met wijzigingen' when 'AdoptedWithConditions' then 'vastgesteld onder voorwaarden'
                        when 'Rejected' then 'afgewezen' when 'Deferred' then 'aangehouden' else 'teruggekomen op het besluit' end
                        || case when d.flags = '{}' then '' else ' (zonder gevolg)' end as title,
                    concat_ws(E'\n', d.literal_text, nullif(d.ruling_reason, '')) as text, d.decided_on as happened_on, 'Day' as precision, '' as origin
                from round_decision d join decision_round r on r.id = d.round_id
                left join round_body b on b.round_id = d.round_id and b.body_id = d.body_id;

                create view timeline_of_round_view as
                select v.round_id, v.number, 'rounds/' || v.round_id || '/views/' || v.number as name, 'View' as kind, r.region_id,
                    case when b.municipality_id is null then municipalities_of_round(r.id) else array[b.municipality_id] end as municipality_ids, r.subject,
                    coalesce(body_title(v.body_id), v.party) || ': ' || case
                        when v.body_id is null then 'inspraakreactie'
                        when v.state = 'InPreparation' then 'zienswijze in voorbereiding'
                        when v.state = 'NoView' then 'geen zienswijze'
                        when v.received_on > v.due_on then 'zienswijze, te laat ontvangen'
                        else 'zienswijze' end as title,
                    '' as text, v.received_on as happened_on, 'Day' as precision, '' as origin
                from round_view v join decision_round r on r.id = v.round_id
                left join round_body b on b.round_id = v.round_id and b.body_id = v.body_id
                where v.received_on is not null;

                create view timeline_of_round_remark as
                select m.round_id, m.view_number, m.number, v.name || '/remarks/' || m.number as name, 'View' as kind, v.region_id, v.municipality_ids, v.subject,
                    v.title || ', opmerking ' || m.number || case m.weighing
                        when 'Adopted' then ': overgenomen' when 'Partly' then ': deels overgenomen' when 'NotAdopted' then ': niet overgenomen'
                        when 'CarriedIntoImplementation' then ': meegenomen in de uitvoering' else '' end as title,
                    concat_ws(E'\n', m.text, nullif(m.answer, '')) as text, v.happened_on, v.precision, v.origin
                from round_remark m join timeline_of_round_view v on v.round_id = m.round_id and v.number = m.view_number;

                create view timeline_of_round_follow_up as
                select f.round_id, f.number, 'rounds/' || f.round_id || '/followUps/' || f.number as name, 'FollowUp' as kind, r.region_id,
                    case when b.municipality_id is null then municipalities_of_round(r.id) else array[b.municipality_id] end as municipality_ids, r.subject,
                    case f.kind when 'Motion' then 'Motie' when 'Pledge' then 'Toezegging' else 'Opmerking meegenomen in de uitvoering' end
                        || ' ' || f.number || ', ' || body_title(f.owner_body_id) || case
                        when f.dropped then ': vervallen' when f.done_on is not null then ': afgedaan' else ': open' end as title,
                    concat_ws(E'\n', f.text, nullif(f.done_note, '')) as text,
                    coalesce(d.decided_on, v.received_on, '-infinity') as happened_on,
                    case when coalesce(d.decided_on, v.received_on) is null then 'Unknown' else 'Day' end as precision, '' as origin
                from round_follow_up f join decision_round r on r.id = f.round_id
                left join round_body b on b.round_id = f.round_id and b.body_id = f.owner_body_id
                left join round_decision d on d.round_id = f.round_id and d.number = f.source_number and f.kind <> 'CarriedRemark'
                left join round_view v on v.round_id = f.round_id and v.number = f.source_number and f.kind = 'CarriedRemark';

                create view timeline_of_round_text as
                select t.round_id, t.version_number, t.definitive, t.revision,
                    'rounds/' || t.round_id || '/texts/' || t.version_number || case when t.definitive then '-definitive-' else '-draft-' end || t.revision as name,
                    'Text' as kind, r.region_id, municipalities_of_round(r.id) as municipality_ids, r.subject,
                    'Versie ' || t.version_number || case when t.definitive then ', definitief' else ', concept' end
                        || case when t.revision > 0 then ', herziening ' || t.revision else '' end as title,
                    t.note as text, t.published_on as happened_on, 'Day' as precision, '' as origin
                from round_text t join decision_round r on r.id = t.round_id;
                """);
            migrationBuilder.Sql("""
                create view timeline_of_mandate_grant as
                select g.mandate_id, g.number, 'mandates/' || g.mandate_id || '/grants/' || g.number as name, 'Decision' as kind, m.region_id,
                    array[g.municipality_id] as municipality_ids, 'Mandaat aan ' || m.mandated as subject,
                    body_title(g.body_id) || ': mandaat verleend' || coalesce(', ingetrokken per ' || to_char(g.withdrawn_on, 'DD-MM-YYYY'), '') as title,
                    array_to_string(m.topics, ', ') as text, lower(g.validity) as happened_on, 'Day' as precision,
                    concat_ws(', ', g.source_title, nullif(g.source_place, '')) as origin
                from mandate_grant g join mandate m on m.id = g.mandate_id;

                create view timeline_of_mandated_act as
                select a.id, 'acts/' || a.id as name, 'Act' as kind, null::text as region_id,
                    array(select x.municipality_id from mandated_act_authority x where x.mandated_act_id = a.id order by 1) as municipality_ids, a.subject,
                    'Handeling door ' || a.mandated || case when a.ratify_by is null then ' krachtens mandaat' else ' zonder mandaat, te bekrachtigen' end as title,
                    '' as text, a.performed_on as happened_on, 'Day' as precision, '' as origin
                from mandated_act a;

                create view timeline_of_mandated_act_authority as
                select x.mandated_act_id, x.municipality_id, 'acts/' || x.mandated_act_id || '/ratifications/' || x.municipality_id as name, 'Decision' as kind,
                    null::text as region_id, array[x.municipality_id] as municipality_ids, a.subject,
                    m.name || case when x.ratified then ': handeling bekrachtigd' else ': bekrachtiging geweigerd' end as title,
                    '' as text, x.decided_on as happened_on, 'Day' as precision, '' as origin
                from mandated_act_authority x join mandated_act a on a.id = x.mandated_act_id join municipality m on m.id = x.municipality_id
                where x.decided_on is not null;

                create view timeline_of_agreement as
                select a.id, 'agreements/' || a.id as name, 'Agreement' as kind, a.region_id, a.municipality_ids, a.subject,
                    'Overeenkomst getekend' || coalesce(', opgezegd per ' || to_char(a.notice_on, 'DD-MM-YYYY'), '') as title,
                    concat_ws(E'\n', array_to_string(a.other_parties, ', '), nullif(a.termination_reason, '')) as text,
                    a.signed_on as happened_on, 'Day' as precision, concat_ws(', ', a.source_title, nullif(a.source_place, '')) as origin
                from agreement a where a.signed_on is not null;

                create view timeline_of_agreement_addendum as
                select d.agreement_id, d.number, 'agreements/' || d.agreement_id || '/addenda/' || d.number as name, 'Agreement' as kind, a.region_id,
                    a.municipality_ids, a.subject, 'Addendum ' || d.number || ' getekend' as title, d.subject as text,
                    d.signed_on as happened_on, 'Day' as precision, '' as origin
                from agreement_addendum d join agreement a on a.id = d.agreement_id;

                create view timeline_of_agreement_obligation as
                select o.agreement_id, o.number, 'agreements/' || o.agreement_id || '/obligations/' || o.number as name, 'Agreement' as kind, a.region_id,
                    a.municipality_ids, a.subject, body_title(o.owner_body_id) || ': verplichting ' || o.number || ' nagekomen' as title,
                    concat_ws(E'\n', o.text, o.done_note) as text, o.done_on as happened_on, 'Day' as precision, '' as origin
                from agreement_obligation o join agreement a on a.id = o.agreement_id where o.done_on is not null;

                create view timeline_of_fund_entry as
                select e.fund_id, e.number, 'funds/' || e.fund_id || '/entries/' || e.number as name, 'Money' as kind, f.region_id,
                    municipalities_of_region(f.region_id, e.happened_on) as municipality_ids, f.name as subject,
                    case e.kind when 'Granted' then 'Toegekend: ' when 'Committed' then 'Verplicht: ' when 'Spent' then 'Besteed: ' else 'Terugbetaald: ' end
                        || euros(e.amount_cents) as title,
                    concat_ws(E'\n', nullif(e.subject, ''), nullif(e.reason, '')) as text, e.happened_on, 'Day' as precision, '' as origin
                from fund_entry e join fund f on f.id = e.fund_id;

                create view timeline_of_outside_meeting as
                select m.id, 'outsideMeetings/' || m.id as name, 'Meeting' as kind, b.region_id,
                    municipalities_of_region(b.region_id, m.held_on) as municipality_ids, b.name as subject,
                    'Overleg van ' || b.name || case when m.reported_on is null then ', nog niet teruggekoppeld' else ', teruggekoppeld' end as title,
                    m.report_reference as text, m.held_on as happened_on, 'Day' as precision, '' as origin
                from outside_meeting m join body b on b.id = m.body_id;

                create view timeline_of_document_reference as
                select d.id, 'documents/' || d.id as name, 'Document' as kind, d.region_id,
                    case when d.municipality_id is null then municipalities_of_region(d.region_id, d.dated_on) else array[d.municipality_id] end as municipality_ids,
                    d.subject, d.title, d.summary as text, coalesce(d.dated_on, '-infinity') as happened_on, d.precision,
                    concat_ws(', ', d.author, nullif(d.reference, ''), nullif(d.link, '')) as origin
                from document_reference d where not exists (select from document_reference c where c.corrects_id = d.id);

                create view timeline_of_outbox_message as
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
                """);
            migrationBuilder.Sql("""
                -- Tells the row that changed. Arguments: the format of the name of its entry, and the columns of its key; "a:b" where the
                -- view calls a what the row calls b. It runs at commit, when the rows that it is told with are there too.
                create function keep_timeline() returns trigger language plpgsql as $$
                declare
                    source text := 'timeline_of_' || tg_table_name;
                    viewed text := '';
                    changed text := '';
                    entry text;
                    told bigint;
                begin
                    for i in 1 .. tg_nargs - 1 loop
                        viewed := viewed || case when i > 1 then ', ' else '' end || 's.' || quote_ident(split_part(tg_argv[i], ':', 1));
                        changed := changed || case when i > 1 then ', ' else '' end || '($1).'
                            || quote_ident(coalesce(nullif(split_part(tg_argv[i], ':', 2), ''), tg_argv[i]));
                    end loop;
                    execute format(
                        'insert into timeline_entry (name, kind, region_id, municipality_ids, subject, title, text, happened_on, precision, origin)
                        select s.name, s.kind, s.region_id, s.municipality_ids, s.subject, s.title, s.text, s.happened_on, s.precision, s.origin
                        from %I s where (%s) = (%s)
                        on conflict (name) do update set (kind, region_id, municipality_ids, subject, title, text, happened_on, precision, origin)
                            = (excluded.kind, excluded.region_id, excluded.municipality_ids, excluded.subject, excluded.title, excluded.text,
                               excluded.happened_on, excluded.precision, excluded.origin)', source, viewed, changed) using new;
                    get diagnostics told = row_count;
                    if told = 0 then
                        execute format('select format(%L, %s)', tg_argv[0], changed) into entry using new;
                        delete from timeline_entry where name = entry;
                    end if;
                    return null;
                end $$;

                -- Makes the timeline again from all the views and counts what was different.
                create function rebuild_timeline(out added bigint, out changed bigint, out removed bigint) language plpgsql as $$
                declare
                    sources text := (
                        select string_agg(format(
                            'select name, kind, region_id, municipality_ids, subject, title, text, happened_on, precision, origin from %I', viewname), ' union all ')
                        from pg_views where schemaname = current_schema() and viewname like 'timeline\_of\_%');
                begin
                    lock table timeline_entry in share row exclusive mode;
                    execute format('with source as (%s), gone as (
                        delete from timeline_entry t where not exists (select from source s where s.name = t.name) returning 1)
                        select count(*) from gone', sources) into removed;
                    execute format('with kept as (
                        insert into timeline_entry as t (name, kind, region_id, municipality_ids, subject, title, text, happened_on, precision, origin) %s
                        on conflict (name) do update set (kind, region_id, municipality_ids, subject, title, text, happened_on, precision, origin)
                            = (excluded.kind, excluded.region_id, excluded.municipality_ids, excluded.subject, excluded.title, excluded.text,
                               excluded.happened_on, excluded.precision, excluded.origin)
                        where (t.kind, t.region_id, t.municipality_ids, t.subject, t.title, t.text, t.happened_on, t.precision, t.origin) is distinct from
                            (excluded.kind, excluded.region_id, excluded.municipality_ids, excluded.subject, excluded.title, excluded.text,
                             excluded.happened_on, excluded.precision, excluded.origin)
                        returning t.xmax = 0 as is_new)
                        select count(*) filter (where is_new), count(*) filter (where not is_new) from kept', sources) into added, changed;
                end $$;

                create constraint trigger round_decision_is_told after insert or update on round_decision deferrable initially deferred
                    for each row execute function keep_timeline('rounds/%s/decisions/%s', 'round_id', 'number');
                create constraint trigger round_view_is_told after insert or update on round_view deferrable initially deferred
                    for each row execute function keep_timeline('rounds/%s/views/%s', 'round_id', 'number');
                create constraint trigger round_remark_is_told after insert or update on round_remark deferrable initially deferred
                    for each row execute function keep_timeline('rounds/%s/views/%s/remarks/%s', 'round_id', 'view_number', 'number');
                create constraint trigger round_follow_up_is_told after insert or update on round_follow_up deferrable initially deferred
                    for each row execute function keep_timeline('rounds/%s/followUps/%s', 'round_id', 'number');
                create constraint trigger round_text_is_told after insert on round_text deferrable initially deferred
                    for each row execute function keep_timeline('rounds/%s/texts/%s-%s-%s', 'round_id', 'version_number', 'definitive', 'revision');
                create constraint trigger mandate_grant_is_told after insert or update on mandate_grant deferrable initially deferred
                    for each row execute function keep_timeline('mandates/%s/grants/%s', 'mandate_id', 'number');
                create constraint trigger mandated_act_is_told after insert or update on mandated_act deferrable initially deferred
                    for each row execute function keep_timeline('acts/%s', 'id');
                create constraint trigger mandated_act_authority_is_told after insert or update on mandated_act_authority deferrable initially deferred
                    for each row execute function keep_timeline('acts/%s/ratifications/%s', 'mandated_act_id', 'municipality_id');
                create constraint trigger agreement_is_told after insert or update on agreement deferrable initially deferred
                    for each row execute function keep_timeline('agreements/%s', 'id');
                create constraint trigger agreement_addendum_is_told after insert on agreement_addendum deferrable initially deferred
                    for each row execute function keep_timeline('agreements/%s/addenda/%s', 'agreement_id', 'number');
                create constraint trigger agreement_obligation_is_told after insert or update on agreement_obligation deferrable initially deferred
                    for each row execute function keep_timeline('agreements/%s/obligations/%s', 'agreement_id', 'number');
                create constraint trigger fund_entry_is_told after insert on fund_entry deferrable initially deferred
                    for each row execute function keep_timeline('funds/%s/entries/%s', 'fund_id', 'number');
                create constraint trigger outside_meeting_is_told after insert or update on outside_meeting deferrable initially deferred
                    for each row execute function keep_timeline('outsideMeetings/%s', 'id');
                create constraint trigger document_reference_is_told after insert on document_reference deferrable initially deferred
                    for each row execute function keep_timeline('documents/%s', 'id');
                create constraint trigger corrected_document_is_no_longer_told after insert on document_reference deferrable initially deferred
                    for each row when (new.corrects_id is not null) execute function keep_timeline('documents/%s', 'id:corrects_id');
                create constraint trigger outbox_message_is_told after insert on outbox_message deferrable initially deferred
                    for each row when (new.is_event) execute function keep_timeline('events/%s', 'sequence');

                -- What was recorded before there was a timeline.
                select rebuild_timeline();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop view timeline_of_round_remark, timeline_of_round_view, timeline_of_round_decision, timeline_of_round_follow_up, timeline_of_round_text,
                    timeline_of_mandate_grant, timeline_of_mandated_act, timeline_of_mandated_act_authority, timeline_of_agreement,
                    timeline_of_agreement_addendum, timeline_of_agreement_obligation, timeline_of_fund_entry, timeline_of_outside_meeting,
                    timeline_of_document_reference, timeline_of_outbox_message;
                drop function keep_timeline cascade;
                drop function rebuild_timeline;
                drop function municipalities_of_round;
                drop function municipalities_of_region;
                drop function euros;
                drop function body_title;
                """);

            migrationBuilder.DropTable(
                name: "document_reference");

            migrationBuilder.DropTable(
                name: "timeline_entry");

            migrationBuilder.Sql("drop text search configuration dutch_unaccented");
        }
    }
}
