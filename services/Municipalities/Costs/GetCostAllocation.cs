using System.Globalization;
using FluentValidation;
using Npgsql;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Costs;

/// <summary>A recorded allocation, read around the aggregate: one prepared statement, straight into the answer.</summary>
internal sealed class GetCostAllocation(NpgsqlDataSource database)
{
    private const string Sql = """
        select a.subject, a.amount_cents, a.purpose, a.allocation_key_id, a.as_of, a.recorded_at,
               s.municipality_id, s.municipality_name, s.percentage, s.amount_cents, a.credits_id, a.credit_reason
        from cost_allocation a join cost_share s on s.cost_allocation_id = a.id
        where a.id = $1
        order by s.rank
        """;

    public async Task<GetCostAllocationResponse> RunAsync(GetCostAllocationRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } };
        await command.PrepareAsync(ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        if (!await rows.ReadAsync(ct))
            throw new DomainException(CostRules.CostAllocationUnknown, "id", new Dictionary<string, string> { ["id"] = request.Id });

        var found = Recorded(id, rows);
        var percentages = 0m;
        do
        {
            found.Allocation.Shares.Add(ShareOf(rows));
            percentages += rows.GetDecimal(8);
        }
        while (await rows.ReadAsync(ct));
        found.Allocation.PercentageSum = percentages.ToString(CultureInfo.InvariantCulture);
        return new GetCostAllocationResponse { CostAllocation = found };
    }

    private static V1.CostAllocation Recorded(Guid id, NpgsqlDataReader row) => new()
    {
        Id = id.ToString("D"),
        Subject = row.GetString(0),
        Allocation = new V1.Allocation
        {
            AmountCents = row.GetInt64(1),
            Purpose = row.GetString(2),
            AllocationKeyId = row.GetGuid(3).ToString("D"),
            AsOf = row.GetFieldValue<DateOnly>(4).ToProto(),
        },
        CreateTime = row.GetFieldValue<DateTimeOffset>(5).ToProto(),
        CreditsId = row.IsDBNull(10) ? "" : row.GetGuid(10).ToString("D"),
        CreditReason = row.IsDBNull(11) ? "" : row.GetString(11),
    };

    private static V1.Share ShareOf(NpgsqlDataReader row) => new()
    {
        MunicipalityId = row.GetString(6),
        MunicipalityName = row.GetString(7),
        Percentage = row.GetDecimal(8).ToString(CultureInfo.InvariantCulture),
        AmountCents = row.GetInt64(9),
    };
}

internal sealed class GetCostAllocationValidator : AbstractValidator<GetCostAllocationRequest>
{
    public GetCostAllocationValidator() => RuleFor(r => r.Id).IsUuid();
}
