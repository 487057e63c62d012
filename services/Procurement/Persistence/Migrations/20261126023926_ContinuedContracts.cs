using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regio.Procurement.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ContinuedContracts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contract_procedure_id_provider_id",
                table: "contract");

            migrationBuilder.CreateIndex(
                name: "ix_contract_procedure_id_provider_id",
                table: "contract",
                columns: new[] { "procedure_id", "provider_id" },
                unique: true,
                filter: "continues_id is null");

            migrationBuilder.Sql("""
                -- A contract that goes on from another was awarded where that one was, along the whole chain.
                with recursive chain as (
                    select id, procedure_id from contract where continues_id is null and procedure_id is not null
                    union all
                    select c.id, chain.procedure_id from contract c join chain on c.continues_id = chain.id
                )
                update contract set procedure_id = chain.procedure_id from chain where contract.id = chain.id and contract.procedure_id is null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("update contract set procedure_id = null where continues_id is not null;");

            migrationBuilder.DropIndex(
                name: "ix_contract_procedure_id_provider_id",
                table: "contract");

            migrationBuilder.CreateIndex(
                name: "ix_contract_procedure_id_provider_id",
                table: "contract",
                columns: new[] { "procedure_id", "provider_id" },
                unique: true);
        }
    }
}
