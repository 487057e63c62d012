using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>What was granted without a contract that names the product: no tariff was there to hold it against, and no ceiling counts it.</summary>
internal sealed class ListUncontractedClaims(ProcurementDbContext db, CareMessageReader messages)
{
    public async Task<ListUncontractedClaimsResponse> RunAsync(ListUncontractedClaimsRequest request, Caller caller, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var party = (await messages.PartyAsync(caller, ct)).Code;
        DateOnly? since = request.Since?.ToDateOnly();
        var after = PageToken.Read(request, request.PageToken, parts: 5) is { } key ? Last(key) : new Sum("", "", DateOnly.MinValue, "", "", 0);
        var page = await db.Database.SqlQuery<Sum>(
            $"""
             select l.provider_agb_code as "Provider", l.municipality_id as "Municipality", date_trunc('month', l.starts_on)::date as "Month",
                    l.category as "Category", l.code as "Code", sum(l.cents)::bigint as "Cents"
             from care_claim_line l
             where l.is_open and l.contract_id is null
                 and ({party}::text is null or l.provider_agb_code = {party}::text or l.municipality_id = {party}::text)
                 and ({since}::date is null or l.starts_on >= {since}::date)
                 and (l.provider_agb_code, l.municipality_id, date_trunc('month', l.starts_on)::date, l.category, l.code)
                     > ({after.Provider}, {after.Municipality}, {after.Month}, {after.Category}, {after.Code})
             group by 1, 2, 3, 4, 5
             order by 1, 2, 3, 4, 5
             limit {size + 1}
             """).ToListAsync(ct);
        var response = new ListUncontractedClaimsResponse { Items = { page.Take(size).Select(ToProto) } };
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = PageToken.After(request, last.Provider, last.Municipality, $"{last.Month:yyyy-MM-dd}", last.Category, last.Code);
        }

        return response;
    }

    private static Sum Last(IReadOnlyList<string> key) =>
        DateOnly.TryParseExact(key[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new Sum(key[0], key[1], month, key[3], key[4], 0)
            : throw PageToken.Invalid();

    private static UncontractedClaim ToProto(Sum sum) => new()
    {
        ProviderAgbCode = sum.Provider,
        MunicipalityId = sum.Municipality,
        Month = sum.Month.ToProto(),
        CareCategory = sum.Category,
        CareCode = sum.Code,
        Cents = sum.Cents,
    };

    private sealed record Sum(string Provider, string Municipality, DateOnly Month, string Category, string Code, long Cents);
}

internal sealed class ListUncontractedClaimsValidator : AbstractValidator<ListUncontractedClaimsRequest>
{
    public ListUncontractedClaimsValidator()
    {
        RuleFor(r => r.Since).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
