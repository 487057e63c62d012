using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Tariffs;

/// <summary>The tariffs of a contract, newest first. Their ids are in the order of drafting (UUIDv7).</summary>
internal sealed class ListTariffs(ProcurementDbContext db)
{
    public async Task<ListTariffsResponse> RunAsync(ListTariffsRequest request, ProviderScope scope, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var contract = Guid.ParseExact(request.ContractId, "D");
        var query = db.TariffsVisibleTo(scope).Where(t => t.ContractId == contract);
        if (request.AsOf?.ToDateOnly() is { } day)
        {
            var holding = db.Database.SqlQuery<Guid>($"select id as \"Value\" from tariff where contract_id = {contract} and in_force @> {day}");
            query = query.Where(t => holding.Contains(t.Id));
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } key)
        {
            var last = Guid.TryParseExact(key[0], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(t => t.Id < last);
        }

        var page = await query.OrderByDescending(t => t.Id).Take(size + 1).Include(t => t.Objections).AsSplitQuery().ToListAsync(ct);
        var response = new ListTariffsResponse { Tariffs = { page.Take(size).Select(t => t.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Id.ToString("D"));
        return response;
    }
}

internal sealed class ListTariffsValidator : AbstractValidator<ListTariffsRequest>
{
    public ListTariffsValidator()
    {
        RuleFor(r => r.ContractId).IsUuid();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
