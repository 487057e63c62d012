using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "allocation_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    topic = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    statement = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    followed = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim", x => new { x.topic, x.source_title, x.source_place });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_record",
                columns: table => new
                {
                    caller = table.Column<string>(type: "text", nullable: false),
                    rpc = table.Column<string>(type: "text", nullable: false),
                    request_id = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    response = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_record", x => new { x.caller, x.rpc, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "inbox_message",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_message", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "municipality",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality", x => x.id);
                    table.CheckConstraint("ck_municipality_id", "id ~ '^GM[0-9]{4}$'");
                });

            migrationBuilder.CreateTable(
                name: "municipality_version",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    facts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality_version", x => new { x.municipality_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lane = table.Column<string>(type: "text", nullable: false),
                    partition = table.Column<short>(type: "smallint", nullable: false),
                    message_type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "json", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    tracestate = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "region",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_region", x => x.id);
                    table.UniqueConstraint("ak_region_id_kind", x => new { x.id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "cost_allocation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    allocation_key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_allocation", x => x.id);
                    table.CheckConstraint("ck_cost_allocation_amount", "amount_cents > 0");
                    table.CheckConstraint("ck_cost_allocation_subject", "char_length(subject) between 1 and 120");
                    table.ForeignKey(
                        name: "fk_cost_allocation_allocation_key_allocation_key_id",
                        column: x => x.allocation_key_id,
                        principalTable: "allocation_key",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation_key_percentage",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    allocation_key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    percentage = table.Column<decimal>(type: "numeric", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_key_percentage", x => new { x.allocation_key_id, x.municipality_id });
                    table.CheckConstraint("ck_allocation_key_percentage", "percentage >= 0");
                    table.ForeignKey(
                        name: "fk_allocation_key_percentage_allocation_key_allocation_key_id",
                        column: x => x.allocation_key_id,
                        principalTable: "allocation_key",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_allocation_key_percentage_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "youth_count",
                columns: table => new
                {
                    reference_date = table.Column<DateOnly>(type: "date", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    persons = table.Column<int>(type: "integer", nullable: false),
                    age_label = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_youth_count", x => new { x.municipality_id, x.reference_date });
                    table.CheckConstraint("ck_youth_count_persons", "persons >= 0");
                    table.ForeignKey(
                        name: "fk_youth_count_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    region_kind = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    remark = table.Column<string>(type: "text", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership", x => x.id);
                    table.ForeignKey(
                        name: "fk_membership_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_membership_region_region_id_region_kind",
                        columns: x => new { x.region_id, x.region_kind },
                        principalTable: "region",
                        principalColumns: new[] { "id", "kind" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cost_share",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    cost_allocation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_name = table.Column<string>(type: "text", nullable: false),
                    percentage = table.Column<decimal>(type: "numeric", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cost_share", x => new { x.cost_allocation_id, x.municipality_id });
                    table.CheckConstraint("ck_cost_share_amount", "amount_cents >= 0");
                    table.ForeignKey(
                        name: "fk_cost_share_cost_allocation_cost_allocation_id",
                        column: x => x.cost_allocation_id,
                        principalTable: "cost_allocation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cost_share_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_allocation_key_percentage_allocation_key_id_rank",
                table: "allocation_key_percentage",
                columns: new[] { "allocation_key_id", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_allocation_key_percentage_municipality_id",
                table: "allocation_key_percentage",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ux_claim_followed",
                table: "claim",
                column: "topic",
                unique: true,
                filter: "followed");

            migrationBuilder.CreateIndex(
                name: "ix_cost_allocation_allocation_key_id",
                table: "cost_allocation",
                column: "allocation_key_id");

            migrationBuilder.CreateIndex(
                name: "ix_cost_allocation_purpose_id",
                table: "cost_allocation",
                columns: new[] { "purpose", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_cost_share_municipality_id",
                table: "cost_share",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_record_created_at",
                table: "idempotency_record",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_message_received_at",
                table: "inbox_message",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_membership_municipality_id",
                table: "membership",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_region_id_region_kind",
                table: "membership",
                columns: new[] { "region_id", "region_kind" });

            migrationBuilder.CreateIndex(
                name: "ix_municipality_rank",
                table: "municipality",
                column: "rank",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_held",
                table: "outbox_message",
                column: "lane",
                filter: "sent_at is null and not_before is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_sent",
                table: "outbox_message",
                column: "sent_at",
                filter: "sent_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_waiting",
                table: "outbox_message",
                columns: new[] { "partition", "sequence" },
                filter: "sent_at is null");

            migrationBuilder.Sql("""
                create extension if not exists btree_gist;

                -- Impossible data is refused here too, whoever writes it.
                alter table membership add constraint ex_membership_one_region_of_a_kind
                    exclude using gist (municipality_id with =, region_kind with =, validity with &&);
                alter table membership add constraint ck_membership_validity check (not isempty(validity));
                alter table allocation_key add constraint ex_allocation_key_one_per_purpose
                    exclude using gist (purpose with =, validity with &&) where (state = 'Adopted');

                create function refuse_unequal_shares() returns trigger language plpgsql as $$
                declare
                    allocation uuid;
                begin
                    if tg_table_name = 'cost_allocation' then
                        allocation := new.id;
                    else
                        allocation := new.cost_allocation_id;
                    end if;
                    if (select sum(s.amount_cents) from cost_share s where s.cost_allocation_id = allocation)
                        is distinct from (select a.amount_cents::numeric from cost_allocation a where a.id = allocation) then
                        raise exception 'The shares of cost allocation % do not add up to its amount.', allocation
                            using errcode = 'check_violation', constraint = 'ck_cost_share_sum', table = 'cost_share';
                    end if;
                    return null;
                end $$;

                -- Checked at commit, since the allocation comes before its shares.
                create constraint trigger ck_cost_allocation_sum after insert on cost_allocation
                    deferrable initially deferred for each row execute function refuse_unequal_shares();
                create constraint trigger ck_cost_share_sum after insert on cost_share
                    deferrable initially deferred for each row execute function refuse_unequal_shares();

                create function refuse_change() returns trigger language plpgsql as $$
                begin
                    raise exception 'Rows of % never change; a correction is another row.', tg_table_name
                        using errcode = 'restrict_violation', table = tg_table_name;
                end $$;
                create trigger cost_allocation_never_changes before update or delete or truncate on cost_allocation
                    for each statement execute function refuse_change();
                create trigger cost_share_never_changes before update or delete or truncate on cost_share
                    for each statement execute function refuse_change();
                create trigger municipality_version_never_changes before update or delete or truncate on municipality_version
                    for each statement execute function refuse_change();

                -- Whoever keeps the register in memory hears that it changed.
                create function notify_register_changed() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('register_changed', '');
                    return null;
                end $$;
                create trigger municipality_notifies after insert or update or delete or truncate on municipality
                    for each statement execute function notify_register_changed();
                create trigger youth_count_notifies after insert or update or delete or truncate on youth_count
                    for each statement execute function notify_register_changed();
                create trigger region_notifies after insert or update or delete or truncate on region
                    for each statement execute function notify_register_changed();
                create trigger membership_notifies after insert or update or delete or truncate on membership
                    for each statement execute function notify_register_changed();
                create trigger allocation_key_notifies after insert or update or delete or truncate on allocation_key
                    for each statement execute function notify_register_changed();
                create trigger allocation_key_percentage_notifies after insert or update or delete or truncate on allocation_key_percentage
                    for each statement execute function notify_register_changed();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation_key_percentage");

            migrationBuilder.DropTable(
                name: "claim");

            migrationBuilder.DropTable(
                name: "cost_share");

            migrationBuilder.DropTable(
                name: "idempotency_record");

            migrationBuilder.DropTable(
                name: "inbox_message");

            migrationBuilder.DropTable(
                name: "membership");

            migrationBuilder.DropTable(
                name: "municipality_version");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "youth_count");

            migrationBuilder.DropTable(
                name: "cost_allocation");

            migrationBuilder.DropTable(
                name: "region");

            migrationBuilder.DropTable(
                name: "municipality");

            migrationBuilder.DropTable(
                name: "allocation_key");

            migrationBuilder.Sql("""
                drop function refuse_unequal_shares;
                drop function refuse_change;
                drop function notify_register_changed;
                """);
        }
    }
}
