using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "intervention_level",
                columns: table => new
                {
                    level = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intervention_level", x => x.level);
                    table.CheckConstraint("ck_intervention_level", "level between 1 and 8");
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
                name: "provider",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agb_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    certified_institution = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider", x => x.id);
                    table.CheckConstraint("ck_provider_agb_code", "agb_code ~ '^[0-9]{8}$'");
                });

            migrationBuilder.CreateTable(
                name: "purchase_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purchase_request", x => x.id);
                    table.CheckConstraint("ck_purchase_request_decision", "(state = 'Open') = (decided_at is null) and (state <> 'Refused' or reason <> '')");
                });

            migrationBuilder.CreateTable(
                name: "product",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_product", x => x.id);
                    table.ForeignKey(
                        name: "fk_product_intervention_level_level",
                        column: x => x.level,
                        principalTable: "intervention_level",
                        principalColumn: "level",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    end_date = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract", x => x.id);
                    table.UniqueConstraint("ak_contract_id_provider_id", x => new { x.id, x.provider_id });
                    table.CheckConstraint("ck_contract_subject", "char_length(subject) between 1 and 200");
                    table.ForeignKey(
                        name: "fk_contract_provider_provider_id",
                        column: x => x.provider_id,
                        principalTable: "provider",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scale_rule",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: true),
                    level_from = table.Column<int>(type: "integer", nullable: true),
                    level_to = table.Column<int>(type: "integer", nullable: true),
                    scale = table.Column<string>(type: "text", nullable: false),
                    executor = table.Column<string>(type: "text", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    source_place = table.Column<string>(type: "text", nullable: false),
                    source_title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scale_rule", x => x.id);
                    table.CheckConstraint("ck_scale_rule_subject", "(product_id is null) = (level_from is not null) and (level_from is null) = (level_to is null) and (level_from is null or level_from between 1 and level_to and level_to <= 8)");
                    table.ForeignKey(
                        name: "fk_scale_rule_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    product_id = table.Column<string>(type: "text", nullable: false),
                    buyer_id = table.Column<string>(type: "text", nullable: false),
                    scale = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    tariff_cents = table.Column<long>(type: "bigint", nullable: false),
                    validity = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    scale_exception = table.Column<string>(type: "text", nullable: true),
                    exception_ground = table.Column<string>(type: "text", nullable: false),
                    active = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: true),
                    contract_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_line", x => x.id);
                    table.CheckConstraint("ck_contract_line_active", "active <@ validity");
                    table.CheckConstraint("ck_contract_line_exception", "scale_exception is null or exception_ground <> ''");
                    table.CheckConstraint("ck_contract_line_tariff", "tariff_cents between 1 and 100000000");
                    table.ForeignKey(
                        name: "fk_contract_line_contract_contract_id_provider_id",
                        columns: x => new { x.contract_id, x.provider_id },
                        principalTable: "contract",
                        principalColumns: new[] { "id", "provider_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_contract_line_product_product_id",
                        column: x => x.product_id,
                        principalTable: "product",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contract_provider_id_id",
                table: "contract",
                columns: new[] { "provider_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_state_id",
                table: "contract",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_contract_id_provider_id",
                table: "contract_line",
                columns: new[] { "contract_id", "provider_id" });

            migrationBuilder.CreateIndex(
                name: "ix_contract_line_product_id_buyer_id",
                table: "contract_line",
                columns: new[] { "product_id", "buyer_id" },
                filter: "active is not null");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_record_created_at",
                table: "idempotency_record",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_message_received_at",
                table: "inbox_message",
                column: "received_at");

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

            migrationBuilder.CreateIndex(
                name: "ix_product_level",
                table: "product",
                column: "level");

            migrationBuilder.CreateIndex(
                name: "ix_provider_agb_code",
                table: "provider",
                column: "agb_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_provider_name_id",
                table: "provider",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_purchase_request_state_id",
                table: "purchase_request",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_scale_rule_product_id",
                table: "scale_rule",
                column: "product_id");

            migrationBuilder.Sql("""
                create extension if not exists btree_gist;

                -- Impossible data is refused here too, whoever writes it.
                alter table scale_rule add constraint ex_scale_rule_one_per_product
                    exclude using gist (product_id with =, validity with &&) where (product_id is not null);
                alter table scale_rule add constraint ex_scale_rule_one_per_level
                    exclude using gist (int4range(level_from, level_to, '[]') with &&, validity with &&) where (product_id is null);
                alter table scale_rule add constraint ck_scale_rule_validity check (not isempty(validity));
                alter table contract_line add constraint ck_contract_line_validity check (not isempty(validity) and not isempty(active));
                -- A product is bought by a buyer from a provider by at most one signed line on a day.
                alter table contract_line add constraint ex_contract_line_active
                    exclude using gist (product_id with =, buyer_id with =, provider_id with =, active with &&) where (active is not null);

                -- Whoever watches contracts hears that one changed; a change of its lines raises its version.
                create function notify_contract_changed() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('contract_changed', new.id::text);
                    return null;
                end $$;
                create trigger contract_notifies after insert or update on contract
                    for each row execute function notify_contract_changed();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contract_line");

            migrationBuilder.DropTable(
                name: "idempotency_record");

            migrationBuilder.DropTable(
                name: "inbox_message");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "purchase_request");

            migrationBuilder.DropTable(
                name: "scale_rule");

            migrationBuilder.DropTable(
                name: "contract");

            migrationBuilder.DropTable(
                name: "product");

            migrationBuilder.DropTable(
                name: "provider");

            migrationBuilder.DropTable(
                name: "intervention_level");

            migrationBuilder.Sql("drop function notify_contract_changed;");
        }
    }
}
