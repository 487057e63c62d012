using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Municipalities.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InvoiceRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "invoice_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region_id = table.Column<string>(type: "text", nullable: false),
                    coordinating_municipality_id = table.Column<string>(type: "text", nullable: false),
                    invoice_date = table.Column<DateOnly>(type: "date", nullable: false),
                    due_date = table.Column<DateOnly>(type: "date", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_run", x => x.id);
                    table.CheckConstraint("ck_invoice_run_due", "due_date >= invoice_date");
                    table.CheckConstraint("ck_invoice_run_number", "number > 0 and year = extract(year from invoice_date)");
                    table.ForeignKey(
                        name: "fk_invoice_run_invoice_run_corrects_id",
                        column: x => x.corrects_id,
                        principalTable: "invoice_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_run_municipality_coordinating_municipality_id",
                        column: x => x.coordinating_municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_run_region_region_id",
                        column: x => x.region_id,
                        principalTable: "region",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice",
                columns: table => new
                {
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    municipality_name = table.Column<string>(type: "text", nullable: false),
                    is_own_share = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice", x => new { x.run_id, x.municipality_id });
                    table.ForeignKey(
                        name: "fk_invoice_invoice_run_run_id",
                        column: x => x.run_id,
                        principalTable: "invoice_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_municipality_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "municipality",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoiced_allocation",
                columns: table => new
                {
                    cost_allocation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    treatment = table.Column<string>(type: "text", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoiced_allocation", x => x.cost_allocation_id);
                    table.ForeignKey(
                        name: "fk_invoiced_allocation_cost_allocation_cost_allocation_id",
                        column: x => x.cost_allocation_id,
                        principalTable: "cost_allocation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoiced_allocation_invoice_run_run_id",
                        column: x => x.run_id,
                        principalTable: "invoice_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_line",
                columns: table => new
                {
                    cost_allocation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_id = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    amount_cents = table.Column<long>(type: "bigint", nullable: false),
                    treatment = table.Column<string>(type: "text", nullable: false),
                    vat_cents = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_line", x => new { x.run_id, x.municipality_id, x.cost_allocation_id });
                    table.CheckConstraint("ck_invoice_line_vat", "vat_cents = 0 or (treatment = 'Standard' and sign(vat_cents) = sign(amount_cents))");
                    table.ForeignKey(
                        name: "fk_invoice_line_invoice_run_id_municipality_id",
                        columns: x => new { x.run_id, x.municipality_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "run_id", "municipality_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoice_line_invoiced_allocation_cost_allocation_id",
                        column: x => x.cost_allocation_id,
                        principalTable: "invoiced_allocation",
                        principalColumn: "cost_allocation_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_municipality_id",
                table: "invoice",
                column: "municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_line_cost_allocation_id",
                table: "invoice_line",
                column: "cost_allocation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_run_coordinating_municipality_id",
                table: "invoice_run",
                column: "coordinating_municipality_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_run_corrects_id",
                table: "invoice_run",
                column: "corrects_id");

            migrationBuilder.CreateIndex(
                name: "ix_invoice_run_region_id_id",
                table: "invoice_run",
                columns: new[] { "region_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_run_region_id_year_number",
                table: "invoice_run",
                columns: new[] { "region_id", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoiced_allocation_run_id",
                table: "invoiced_allocation",
                column: "run_id");

            migrationBuilder.Sql("""
                create function refuse_unequal_invoices() returns trigger language plpgsql as $$
                begin
                    if (select sum(l.amount_cents) from invoice_line l where l.cost_allocation_id = new.cost_allocation_id)
                        is distinct from (select a.amount_cents::numeric from cost_allocation a where a.id = new.cost_allocation_id) then
                        raise exception 'The invoice lines of cost allocation % do not add up to it.', new.cost_allocation_id
                            using errcode = 'check_violation', constraint = 'ck_invoice_line_sum', table = 'invoice_line';
                    end if;
                    return null;
                end $$;

                -- Checked at commit, since an allocation comes into a run before its lines.
                create constraint trigger ck_invoiced_allocation_sum after insert on invoiced_allocation
                    deferrable initially deferred for each row execute function refuse_unequal_invoices();
                create constraint trigger ck_invoice_line_sum after insert on invoice_line
                    deferrable initially deferred for each row execute function refuse_unequal_invoices();

                create trigger invoice_run_never_changes before update or delete or truncate on invoice_run
                    for each statement execute function refuse_change();
                create trigger invoiced_allocation_never_changes before update or delete or truncate on invoiced_allocation
                    for each statement execute function refuse_change();
                create trigger invoice_never_changes before update or delete or truncate on invoice
                    for each statement execute function refuse_change();
                create trigger invoice_line_never_changes before update or delete or truncate on invoice_line
                    for each statement execute function refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "invoice_line");

            migrationBuilder.DropTable(
                name: "invoice");

            migrationBuilder.DropTable(
                name: "invoiced_allocation");

            migrationBuilder.DropTable(
                name: "invoice_run");

            migrationBuilder.Sql("""
                drop function refuse_unequal_invoices;
                """);
        }
    }
}
